import "server-only";
import { z } from "zod";
import { urgent } from "@/lib/push/payload";
import { sendPushes } from "@/lib/push/send";
import { pushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Pushes something to all browsers of a person, whatever the hour, for them to see that it works.
 *
 * @returns how many push services took it
 * @throws PostgrestError when the database does not answer
 */
export async function sendTestPush(profileId: string): Promise<number> {
  const { data } = await adminClient()
    .rpc("find_push_targets", { p_kind: "test", p_to: [profileId] })
    .throwOnError();
  const payload = {
    type: "test",
    tag: "test",
    title: "Notifications work",
    body: "This is how Duet tells you of calls and messages.",
    path: "/settings/notifications",
    at: Date.now(),
  } as const;
  return sendPushes(z.array(pushTarget).parse(data), () => payload, urgent);
}
