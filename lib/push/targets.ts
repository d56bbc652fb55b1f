import "server-only";
import { z } from "zod";
import { isQuiet } from "@/lib/push/quiet-hours";

/** A browser to be pushed, as the database names it, with what its owner wants. */
export const pushTarget = z.object({
  id: z.uuid(),
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  show_preview: z.boolean(),
  quiet_from: z.string().nullable(),
  quiet_to: z.string().nullable(),
  time_zone: z.string(),
});
export type PushTarget = z.infer<typeof pushTarget>;

/** Those whose owners may be disturbed now. */
export function awake(targets: readonly PushTarget[], now = new Date()): PushTarget[] {
  return targets.filter(
    ({ quiet_from: from, quiet_to: to, time_zone: timeZone }) =>
      !isQuiet({ from, to, timeZone }, now),
  );
}
