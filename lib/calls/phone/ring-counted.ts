import "server-only";
import { type PhoneAnswer, saySorry } from "@/lib/calls/phone/answer";
import { mayPhone } from "@/lib/calls/phone/limits";
import { recordHungUp } from "@/lib/calls/phone/next-step";
import type { PhoneCallDecision } from "@/lib/calls/phone/phone-call";
import { ringOrExplain } from "@/lib/calls/phone/ring";

/**
 * ringOrExplain for who calls from a telephone: only the decision tells who that is, whose calls of
 * the day are counted.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function ringCounted(
  providerSid: string,
  decision: PhoneCallDecision,
  say?: string,
): Promise<PhoneAnswer> {
  if (
    decision.outcome === "dial" &&
    decision.caller_id !== null &&
    !(await mayPhone(decision.caller_id))
  ) {
    await recordHungUp(providerSid, "failed");
    return saySorry("These were too many calls for one day.", "Refused: too many calls.");
  }
  return ringOrExplain(providerSid, decision, say);
}
