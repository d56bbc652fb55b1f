import "server-only";
import twilio from "twilio";
import { firstNameOf } from "@/lib/calls/first-name";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";

const { VoiceResponse } = twilio.twiml;
const kind = { kind: "voicemail" };
/** Seconds. */
const longest = 120;
const silence = 5;

/** What callers hear when the owner of a number has said nothing else. */
export function usualGreeting(ownerName: string): string {
  const who = firstNameOf(ownerName, "The person you are calling");
  return `${who} cannot take your call right now. Please leave a message after the tone.`;
}

/**
 * TwiML that takes a message: up to two minutes, until # or five seconds of silence. Who says
 * nothing is not recorded and gets to the last words.
 * https://www.twilio.com/docs/voice/twiml/record
 */
export function takeMessage(greeting: string): string {
  const response = new VoiceResponse();
  response.say(greeting);
  response.record({
    maxLength: longest,
    timeout: silence,
    finishOnKey: "#",
    playBeep: true,
    transcribe: true,
    transcribeCallback: voiceCallbackUrl("transcription", kind),
    recordingStatusCallback: voiceCallbackUrl("recording", kind),
    recordingStatusCallbackEvent: ["in-progress", "completed", "absent"],
    action: voiceCallbackUrl("voicemail"),
  });
  response.say("There was no message. Goodbye.");
  response.hangup();
  return response.toString();
}
