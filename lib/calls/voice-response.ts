import "server-only";
import twilio from "twilio";
import { reportsProgress, voiceCallbackUrl } from "@/lib/twilio/callback-url";

const { VoiceResponse } = twilio.twiml;
const ringSeconds = 40;

export interface DialledPerson {
  /** Identities at Twilio. */
  caller: string;
  callee: string;
  matchId: string;
  callerName: string;
  /** Comes back with the result of the dial; absent when nothing is tried after it. */
  step?: string;
  /** Seconds that it rings. */
  timeout?: number;
}

/**
 * TwiML that rings every browser of the callee. The caller's leg stays unanswered, and unbilled,
 * until somebody accepts. The parameters are what the callee's page shows of the caller.
 * https://www.twilio.com/docs/voice/twiml/client
 */
export function dialPerson(person: DialledPerson): string {
  const { caller, callee, matchId, callerName, step, timeout = ringSeconds } = person;
  const response = new VoiceResponse();
  const dial = response.dial({
    answerOnBridge: true,
    timeout,
    callerId: `client:${caller}`,
    action: voiceCallbackUrl("dial-result", step ? { step } : {}),
  });
  const client = dial.client(reportsProgress());
  client.identity(callee);
  client.parameter({ name: "matchId", value: matchId });
  client.parameter({ name: "callerName", value: callerName });
  return response.toString();
}

/**
 * TwiML that comes back in two seconds. As the first verb, Pause does not answer the call.
 * https://www.twilio.com/docs/voice/twiml/pause
 */
export function waitABit(): string {
  const response = new VoiceResponse();
  response.pause({ length: 2 });
  response.redirect({ method: "POST" }, voiceCallbackUrl("waiting"));
  return response.toString();
}

/** TwiML that says a sentence and hangs up. */
export function sayAndHangUp(sentence: string): string {
  const response = new VoiceResponse();
  response.say(sentence);
  response.hangup();
  return response.toString();
}

/** TwiML that turns a call away as busy without answering it, so that it costs nothing. */
export function rejectAsBusy(): string {
  const response = new VoiceResponse();
  response.reject({ reason: "busy" });
  return response.toString();
}

/** TwiML that ends the call. */
export function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}

/** A TwiML document as the answer to Twilio. */
export function twimlAnswer(twiml: string): Response {
  return new Response(twiml, { headers: { "Content-Type": "text/xml; charset=utf-8" } });
}
