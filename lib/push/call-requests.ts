import "server-only";
import { z } from "zod";
import { firstNameOf } from "@/lib/calls/first-name";
import { env } from "@/lib/env";
import { lasting } from "@/lib/push/payload";
import { sendPushes } from "@/lib/push/send";
import { awake, pushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";

interface CallRequest {
  matchId: string;
  /** Profile ids of who asks, and of who is asked. */
  from: string;
  to: string;
  fromName: string;
  kind: "voice" | "video";
}

/**
 * Tells somebody, if they want to hear of calls, that their match would like to call them.
 *
 * @returns how many browsers were pushed
 * @throws PostgrestError when the database does not answer
 */
export async function notifyCallRequest(request: CallRequest): Promise<number> {
  if (!env().push) return 0;
  const { matchId, from, to, fromName, kind } = request;
  const { data } = await adminClient()
    .rpc("find_push_targets", { p_kind: "calls", p_to: [to], p_from: from, p_match_id: matchId })
    .throwOnError();
  const name = firstNameOf(fromName, "Somebody");
  const payload = {
    type: "request",
    tag: `request:${matchId}`,
    title: `${name} would like to ${kind === "video" ? "video call" : "call"} you`,
    body: "Tap to allow it, or not.",
    path: `/matches/${matchId}`,
    at: Date.now(),
  } as const;
  return sendPushes(awake(z.array(pushTarget).parse(data)), () => payload, lasting);
}
