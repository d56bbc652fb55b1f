import "server-only";
import { endQuietly, type PhoneAnswer } from "@/lib/calls/phone/answer";
import { recordHungUp } from "@/lib/calls/phone/next-step";
import { ringTelephone } from "@/lib/calls/phone/ring";
import { findNextStep, goOnByPhone, mayRingTelephone } from "@/lib/calls/reach/reach-plan";
import { reachStep } from "@/lib/calls/reach/steps";
import { dialPerson, waitABit } from "@/lib/calls/voice-response";
import { identityOf } from "@/lib/twilio/identity";

/** Seconds that the app rings once it has come. */
const arrivedSeconds = 30;

/**
 * What comes after a dial, or a wait, in a call to somebody whose app was closed: their app if it
 * has come since, a while longer, their telephone, or the end. Whether the two may still talk is
 * asked anew.
 *
 * @param providerSid - CallSid of the caller's leg
 * @param dialCallStatus - how the dial ended; null after a wait
 * @throws PostgrestError when the database does not answer
 */
export async function nextReachStep(
  providerSid: string,
  dialCallStatus: string | null,
): Promise<PhoneAnswer> {
  const unanswered = [null, "no-answer", "failed"].includes(dialCallStatus);
  if (!unanswered) return end(providerSid, `Ended: ${dialCallStatus}.`);
  const next = await findNextStep(providerSid);
  const { step, caller_id: callerId, callee_id: calleeId, match_id: matchId } = next;
  if (step === "wait") return { twiml: waitABit(), did: "Waits for the callee's app." };
  if (step === "dial" && callerId && calleeId && matchId) {
    return {
      twiml: dialPerson({
        caller: identityOf(callerId),
        callee: identityOf(calleeId),
        matchId,
        callerName: next.caller_name ?? "",
        step: reachStep,
        timeout: arrivedSeconds,
      }),
      did: "Dialled the callee, whose app has come.",
    };
  }
  if (step === "telephone" && mayRingTelephone(next.plan)) {
    const call = await goOnByPhone(providerSid);
    const answer = call && ringTelephone(providerSid, call);
    if (answer) return answer;
  }
  return end(providerSid, `Ended: ${step}.`);
}

async function end(providerSid: string, did: string): Promise<PhoneAnswer> {
  await recordHungUp(providerSid);
  return endQuietly(did);
}
