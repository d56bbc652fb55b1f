import "server-only";
import { z } from "zod";
import { reachPlan } from "@/lib/calls/reach/reach-plan";
import { callRefusal } from "@/lib/calls/refusal";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

const opened = {
  call_id: z.uuid(),
  match_id: z.uuid(),
  caller_name: z.string(),
};
const decision = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("refused") }),
  callRefusal,
  z.object({ outcome: z.literal("dial"), ...opened, reach: reachPlan }),
  z.object({ outcome: z.literal("busy"), ...opened }),
]);
export type CallDecision = z.infer<typeof decision>;

interface WantedCall {
  providerSid: string;
  kind: Database["public"]["Enums"]["call_kind"];
  callerId: string;
  calleeId: string;
  /** Absent: the pair match of the two. */
  matchId?: string | undefined;
}

/**
 * Asks whether one person may call another now, and opens the call's row if so: one round trip.
 * Asking again about the same call gives the same answer.
 *
 * @returns `dial`, `busy` (the callee is in another call; recorded), `not_allowed`, `needs_consent`
 *   or `refused` (nothing of these three is recorded)
 * @throws PostgrestError when the database does not answer
 */
export async function beginCall(wanted: WantedCall): Promise<CallDecision> {
  const { data } = await adminClient()
    .rpc("begin_call", {
      p_provider_sid: wanted.providerSid,
      p_kind: wanted.kind,
      p_caller_id: wanted.callerId,
      p_callee_id: wanted.calleeId,
      p_match_id: wanted.matchId,
    })
    .throwOnError();
  return decision.parse(data);
}
