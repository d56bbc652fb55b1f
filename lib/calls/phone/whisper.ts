import "server-only";
import { after } from "next/server";
import twilio from "twilio";
import { z } from "zod";
import { afterEvent } from "@/lib/calls/after-event";
import { firstNameOf } from "@/lib/calls/first-name";
import { endQuietly, type PhoneAnswer } from "@/lib/calls/phone/answer";
import { findPhoneCall, type PhoneCall } from "@/lib/calls/phone/phone-call";
import { type RecordedEvent, recordCallEvent } from "@/lib/calls/record-event";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { agreeIfPossible } from "@/lib/recordings/agree";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";

const { VoiceResponse } = twilio.twiml;

/** What the address of the whisper carries. */
export const whisperQuery = z.object({ call: callSid, again: z.literal("1").optional() });
type WhisperQuery = z.infer<typeof whisperQuery>;

const asked = z.object({ CallSid: callSid, Digits: z.string().max(10).default("") });

/**
 * What whoever has picked up a telephone hears before they are connected: who calls, by first name,
 * and the key to take the call. A machine presses none.
 * https://www.twilio.com/docs/voice/twiml/number#attributes-url
 *
 * @returns TwiML, and what it did; TwiML that ends without a hang-up connects the two
 */
export async function answerWhisper(
  params: VoiceWebhook,
  { call: providerSid, again }: WhisperQuery,
): Promise<PhoneAnswer> {
  const parsed = asked.safeParse(params);
  const call = await findPhoneCall(providerSid);
  if (!parsed.success || !call?.allowed) return endQuietly("Ended: the call is over.");
  const { CallSid: legSid, Digits: key } = parsed.data;

  const takesIt = key === "1" || (key === "2" && call.record);
  if (takesIt) {
    const recorded = await recordAccepted(providerSid, legSid);
    // They wait on the line for this answer, and Twilio no longer than 15 seconds.
    if (call.record) after(() => agreeIfPossible(providerSid, call.callee_id, key === "1"));
    else afterEvent(recorded);
    return { twiml: new VoiceResponse().toString(), did: "Connected: taken by a key." };
  }
  if (key === "" || !again) return { twiml: ask(call, providerSid, key), did: "Asked for a key." };
  return endQuietly("Ended: no key that takes the call.");
}

function ask(call: PhoneCall, providerSid: string, wrongKey: string): string {
  const response = new VoiceResponse();
  const gather = response.gather({
    numDigits: 1,
    timeout: 6,
    action: voiceCallbackUrl("whisper", {
      call: providerSid,
      ...(wrongKey && { again: "1" }),
    }),
  });
  const sentence = [wrongKey && "That key does nothing here.", announcement(call)].join(" ").trim();
  gather.say({ loop: 2 }, sentence);
  response.hangup();
  return response.toString();
}

function announcement(call: PhoneCall): string {
  const name = firstNameOf(call.caller_name, "Somebody");
  const who = `Call from ${name} on Duet.`;
  return call.record
    ? `${who} ${name} asks to record this call. Press 1 to take it recorded, 2 to take it without.`
    : `${who} Press 1 to take it.`;
}

function recordAccepted(providerSid: string, legSid: string): Promise<RecordedEvent> {
  return recordCallEvent({
    providerSid,
    legSid,
    event: "accepted",
    status: "in-progress",
    channel: "phone",
    idempotencyKey: `${legSid}:accepted`,
    payload: {},
  });
}
