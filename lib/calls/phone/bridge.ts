import "server-only";
import { z } from "zod";
import { firstNameOf } from "@/lib/calls/first-name";
import { endQuietly, type PhoneAnswer, refuse } from "@/lib/calls/phone/answer";
import { takeUpCallRequest } from "@/lib/calls/phone/call-request";
import { isMachine } from "@/lib/calls/phone/machine";
import {
  beginExternalCall,
  beginPhoneCall,
  type PhoneCallDecision,
} from "@/lib/calls/phone/phone-call";
import { ringOrExplain } from "@/lib/calls/phone/ring";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { agreeIfPossible } from "@/lib/recordings/agree";

/** What the address of the bridge carries: the id of the request. */
export const bridgeQuery = z.object({ request: z.uuid() });

/**
 * Opens the row of a call that the server places, in the words of its request. The API and the
 * picked up telephone both do, whichever is first.
 *
 * @param requestId - of call_requests
 * @param providerSid - CallSid of the caller's leg
 * @throws PostgrestError when the database does not answer
 */
export async function beginRequestedCall(
  requestId: string,
  providerSid: string,
): Promise<PhoneCallDecision> {
  const request = await takeUpCallRequest(requestId, providerSid);
  if (!request) return { outcome: "refused" };
  const { profile_id: callerId, match_id: matchId, dialled } = request;
  const wanted = { providerSid, callerId, callerChannel: "phone" } as const;
  if (matchId !== null) return beginPhoneCall({ ...wanted, matchId });
  if (dialled === null) return { outcome: "refused" };
  return beginExternalCall({ ...wanted, dialled, from: request.number?.number });
}

/**
 * What a caller hears who has asked to be rung: the other side is called once a person, and not a
 * machine, has picked up. Whether the two may talk is asked anew.
 *
 * @returns TwiML, and what it did
 */
export async function answerBridge(params: VoiceWebhook, requestId: string): Promise<PhoneAnswer> {
  const parsed = callSid.safeParse(params.CallSid);
  if (!parsed.success) return refuse("malformed");
  if (isMachine(params)) return endQuietly("Ended: a machine picked up the caller's telephone.");
  const providerSid = parsed.data;
  const call = await beginRequestedCall(requestId, providerSid);
  if (call.outcome !== "dial") return ringOrExplain(providerSid, call);
  if (!call.allowed) return endQuietly("Ended: the call is over.");
  if (call.record && call.caller_id) await agreeIfPossible(providerSid, call.caller_id, true);
  const whom = call.dialled === null ? firstNameOf(call.callee_name) : "the number";
  return ringOrExplain(providerSid, call, `Calling ${whom}.`);
}
