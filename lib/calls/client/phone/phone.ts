import { type Following, followPhoneCall } from "@/lib/calls/client/phone/follow";
import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";
import { createCell, type Observable } from "@/lib/cell";
import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { connect } from "@/lib/supabase/connect";

const call = createCell<PhoneCall | null>(null);
let following: Following | null = null;

/** The call that this person has on their telephone; null when there is none. */
export const phoneCall: Observable<PhoneCall | null> = call;

/**
 * Follows the calls of this person's telephone.
 *
 * @param me - profile id of the signed-in person
 * @returns stops it
 */
export function startPhoneCalls(me: string): () => void {
  following?.stop();
  const mine = followPhoneCall({ connect, me, call });
  following = mine;
  return mine.stop;
}

/**
 * Has the server ring this person's own telephone and then a match's.
 *
 * @param request - one key for each time that a person asks, however often it is sent
 */
export async function ringMyPhone(request: { matchId: string; key: string }): Promise<ApiAnswer> {
  const { matchId, key } = request;
  const answer = await callApi("POST", "/api/calls", { matchId }, { idempotencyKey: key });
  if (answer.ok) following?.look();
  return answer;
}

/** Ends a telephone call for both. @param sid - CallSid of the caller's leg */
export async function endPhoneCall(sid: string): Promise<ApiAnswer> {
  const answer = await callApi("POST", `/api/calls/${sid}/hangup`);
  following?.look();
  return answer;
}

/** Stops showing a call that is over. */
export function dismissPhoneCall(): void {
  following?.dismiss();
}
