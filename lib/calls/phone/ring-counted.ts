import "server-only";
import { ApiError } from "@/lib/api/errors";
import { type PhoneAnswer, saySorry } from "@/lib/calls/phone/answer";
import { countPhoneCall } from "@/lib/calls/phone/limits";
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
  if (decision.outcome === "dial" && decision.caller_id !== null) {
    try {
      await countPhoneCall(decision.caller_id);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500) throw error;
      await recordHungUp(providerSid, "failed");
      return saySorry("These were too many calls for one day.", `Refused: ${error.code}.`);
    }
  }
  return ringOrExplain(providerSid, decision, say);
}
