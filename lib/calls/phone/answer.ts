import "server-only";
import { type CallRefusal, refusalSentence } from "@/lib/calls/refusal";
import { hangUp, rejectAsBusy, sayAndHangUp } from "@/lib/calls/voice-response";

/** TwiML, and what it does, for the log: without a name or a number. */
export interface PhoneAnswer {
  twiml: string;
  did: string;
}

// One sentence for strangers, hidden numbers, blocks, ended matches and people who take no calls,
// so that nobody learns which it was.
const refusal = "This call cannot be connected. Please open Duet to see your matches. Goodbye.";

/** Turns a call away, with the one sentence for all of them. @param why - for the log */
export function refuse(why: string): PhoneAnswer {
  return { twiml: sayAndHangUp(refusal), did: `Refused: ${why}.` };
}

/** Says a sentence and ends the call. */
export function saySorry(sentence: string, did: string): PhoneAnswer {
  return { twiml: sayAndHangUp(`${sentence} Goodbye.`), did };
}

/** Ends a call without a word. */
export function endQuietly(did: string): PhoneAnswer {
  return { twiml: hangUp(), did };
}

/** Says to a telephone what the other has not allowed; a browser has been told. */
export function tellRefusal(refusal: CallRefusal, caller: "app" | "phone"): PhoneAnswer {
  const did = `Refused: ${refusal.outcome}.`;
  if (caller === "app") return { twiml: rejectAsBusy(), did };
  const wayOn = refusal.outcome === "needs_consent" ? " You can ask in Duet." : "";
  return saySorry(`${refusalSentence(refusal)}${wayOn}`, did);
}

/** A browser shows that the other is busy; a telephone has to be told. */
export function tellBusy(name: string, caller: "app" | "phone"): PhoneAnswer {
  const did = "Turned away: the callee is in another call.";
  return caller === "app"
    ? { twiml: rejectAsBusy(), did }
    : saySorry(`${name} is in another call. Please try again later.`, did);
}
