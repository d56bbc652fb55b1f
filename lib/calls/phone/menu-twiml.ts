import "server-only";
import twilio from "twilio";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";

const { VoiceResponse } = twilio.twiml;

export interface Prompt {
  at: "main" | "extension";
  /** How often it has been asked already, in vain. */
  tries: number;
  say: string;
}

/** TwiML that says something and waits for keys: one in the menu, an extension up to the hash. */
export function menuTwiml({ at, tries, say }: Prompt): string {
  const response = new VoiceResponse();
  const gather = response.gather({
    ...(at === "main" ? { numDigits: 1 } : { numDigits: 6, finishOnKey: "#" }),
    timeout: 5,
    actionOnEmptyResult: true,
    action: voiceCallbackUrl("menu", { at, tries: String(tries) }),
  });
  gather.say(say);
  return response.toString();
}
