import "server-only";
import { z } from "zod";
import { providerSid } from "@/lib/calls/webhook-fields";
import { adminClient } from "@/lib/supabase/admin";

const check = z.object({
  sid: providerSid,
  /** ISO 8601; null for a room of which nothing but events is known. */
  started_at: z.string().nullable(),
  /** What goes on of it at the provider is to be ended. */
  outlived: z.boolean(),
  /** The provider may keep recordings of it of which nothing was heard. */
  recordings: z.boolean(),
  print: z.string().nullable(),
});
/** A call that the provider has to be asked about. */
export type Check = z.infer<typeof check>;
const claimed = z.object({ claimed: z.number(), checks: z.array(check) });

/**
 * Takes the calls that have been due for longest, for this caller alone. Whatever is neither
 * finished nor released comes back by itself, later each time.
 *
 * @returns how many were taken, and those among them whose callbacks have not told all
 * @throws PostgrestError
 */
export async function claimChecks(limit: number): Promise<z.infer<typeof claimed>> {
  const { data } = await adminClient().rpc("claim_call_checks", { p_limit: limit }).throwOnError();
  return claimed.parse(data);
}

/**
 * @param isLive - it is looked at again later
 * @returns whether the look has changed what is known of the call
 * @throws PostgrestError
 */
export async function finishCheck({ sid, print }: Check, isLive: boolean): Promise<boolean> {
  const { data } = await adminClient()
    .rpc("finish_call_check", { p_sid: sid, p_live: isLive, ...(print && { p_print: print }) })
    .throwOnError();
  return data;
}

/** Gives back what was taken and not looked at. @throws PostgrestError */
export async function releaseChecks(checks: readonly Check[]): Promise<void> {
  if (checks.length === 0) return;
  await adminClient()
    .rpc("release_call_checks", { p_sids: checks.map(({ sid }) => sid) })
    .throwOnError();
}
