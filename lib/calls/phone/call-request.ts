import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";

/** A call that a person asks the server to place: to a match, or to a number outside of Duet. */
export interface WantedCall {
  profileId: string;
  record: boolean;
  target: { matchId: string } | { dialled: string; numberId: string | undefined };
}

const claim = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("new"), id: z.uuid() }),
  z.object({ outcome: z.literal("same"), id: z.uuid(), call_sid: z.string() }),
  z.object({ outcome: z.literal("pending") }),
  z.object({ outcome: z.literal("different") }),
]);

/**
 * Claims a person's idempotency key, for 24 hours, before Twilio is asked to call.
 *
 * @returns the id of the request, and the CallSid if the key has placed its call already
 * @throws ApiError `conflict` when the key was used for another call, or its call is just being placed
 * @throws PostgrestError when the database does not answer
 */
export async function claimCallRequest(
  wanted: WantedCall,
  key: string,
): Promise<{ id: string; callSid: string | null }> {
  const { profileId, record, target } = wanted;
  const { data } = await adminClient()
    .rpc("claim_call_request", {
      p_profile_id: profileId,
      p_idempotency_key: key,
      p_fingerprint: createHash("sha256")
        .update(JSON.stringify([record, target]))
        .digest("hex"),
      p_record: record,
      ...("matchId" in target
        ? { p_match_id: target.matchId }
        : { p_dialled: target.dialled, p_number_id: target.numberId }),
    })
    .throwOnError();
  const claimed = claim.parse(data);
  if (claimed.outcome === "different") {
    throw new ApiError("conflict", "This Idempotency-Key belongs to another call.");
  }
  if (claimed.outcome === "pending") {
    const message = "This call is being placed at this moment.";
    throw new ApiError("conflict", message, { retryAfterSeconds: 2 });
  }
  return { id: claimed.id, callSid: claimed.outcome === "same" ? claimed.call_sid : null };
}

/** Frees a key whose call has not been placed, so that it can be tried again. */
export async function dropCallRequest(id: string): Promise<void> {
  await adminClient()
    .from("call_requests")
    .delete()
    .eq("id", id)
    .is("call_sid", null)
    .throwOnError();
}

/**
 * Notes which call a request has become, and reads what is to be done with it.
 *
 * @param id - of the request
 * @param callSid - CallSid of the caller's leg
 * @returns null when there is no such request, or it has become another call
 * @throws PostgrestError when the database does not answer
 */
export async function takeUpCallRequest(id: string, callSid: string) {
  const { data } = await adminClient()
    .from("call_requests")
    .update({ call_sid: callSid })
    .eq("id", id)
    .or(`call_sid.is.null,call_sid.eq.${callSid}`)
    .select("profile_id, match_id, dialled, record, number:phone_numbers(number)")
    .maybeSingle()
    .throwOnError();
  return data;
}
