import type { VoiceWebhook } from "@/lib/calls/webhook-fields";

/**
 * Whether a telephone that we called was picked up by a machine.
 * https://www.twilio.com/docs/voice/answering-machine-detection
 */
export function isMachine({ AnsweredBy }: VoiceWebhook): boolean {
  return AnsweredBy === "fax" || (AnsweredBy?.startsWith("machine_") ?? false);
}
