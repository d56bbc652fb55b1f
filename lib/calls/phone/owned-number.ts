import "server-only";
import { sayAndHangUp } from "@/lib/calls/voice-response";

/** TwiML, and what it does, for the log. */
export interface OwnedAnswer {
  twiml: string;
  did: string;
}

const refusal = "This number does not take calls. Goodbye.";

/** Whether a step of an action URL belongs to a call to somebody's own number. */
export function isOwnedStep(step: string | null): boolean {
  return step?.startsWith("owned-") ?? false;
}

/**
 * Decides on a call to a number that somebody owns.
 *
 * @param input - CallSid of the caller's leg; who calls and the number called, E.164
 * @throws PostgrestError when the database does not answer
 */
export async function answerOwnedNumber(_input: {
  providerSid: string;
  from: string;
  number: string;
}): Promise<OwnedAnswer> {
  return { twiml: sayAndHangUp(refusal), did: "Refused: nobody's number." };
}

/**
 * What comes after a dial of such a call.
 *
 * @param input - CallSid of the caller's leg, how the dial ended, and the step it was
 * @throws PostgrestError when the database does not answer
 */
export async function nextOwnedStep(_input: {
  providerSid: string;
  dialCallStatus: string;
  step: string | null;
}): Promise<OwnedAnswer> {
  return { twiml: sayAndHangUp(refusal), did: "Ended." };
}
