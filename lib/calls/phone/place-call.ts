import "server-only";
import { ApiError } from "@/lib/api/errors";
import { afterMissedCall } from "@/lib/calls/after-event";
import { hangUpCall } from "@/lib/calls/end-call";
import { firstNameOf } from "@/lib/calls/first-name";
import { beginRequestedCall } from "@/lib/calls/phone/bridge";
import { claimCallRequest, dropCallRequest, type WantedCall } from "@/lib/calls/phone/call-request";
import { createCall } from "@/lib/calls/phone/create-call";
import { countPhoneCall } from "@/lib/calls/phone/limits";
import { refusalError } from "@/lib/calls/refusal";

interface Telephones {
  /** The caller's own, E.164. */
  to: string;
  /** A number of ours, E.164. */
  from: string;
}

/**
 * Rings the caller's own telephone; once they pick up, the other side is called.
 *
 * @param key - idempotency key: with the same key the same call is returned for 24 hours
 * @returns CallSid of the caller's leg
 * @throws ApiError `conflict`, `rate_limited`, `busy`, `calls_off`, `consent_needed`, `not_reachable`, or what Twilio's refusal
 *   amounts to; nobody is called then
 * @throws PostgrestError when the database does not answer
 */
export async function placeCall(
  wanted: WantedCall,
  telephones: Telephones,
  key: string,
): Promise<string> {
  const request = await claimCallRequest(wanted, key);
  if (request.callSid) return request.callSid;

  const sid = await create(request.id, wanted, telephones);
  const call = await beginRequestedCall(request.id, sid);
  if (call.outcome === "dial") return sid;
  await hangUpCall(sid);
  if (call.outcome === "busy") {
    afterMissedCall(call.call_id);
    throw new ApiError("busy", `${firstNameOf(call.callee_name)} is in another call.`);
  }
  if (call.outcome === "not_allowed" || call.outcome === "needs_consent") throw refusalError(call);
  throw new ApiError("not_reachable", "You cannot call this person.");
}

async function create(id: string, wanted: WantedCall, telephones: Telephones): Promise<string> {
  try {
    await countPhoneCall(wanted.profileId);
    return await createCall({ ...telephones, requestId: id });
  } catch (error) {
    await dropCallRequest(id);
    throw error;
  }
}
