import "server-only";
import { env } from "@/lib/env";

/**
 * Three retries when the app cannot be reached, is too slow, or fails. Twilio drops the fragment
 * before it signs and sends.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const retries = "#rc=3&rp=ct,rt,5xx";

/** Where Twilio reports about voice calls. */
export function voiceCallbackUrl(name: "status" | "dial-result"): string {
  return `${env().publicUrl}/api/twilio/voice/${name}${retries}`;
}

/** Where Twilio reports about rooms. */
export function videoCallbackUrl(): string {
  return `${env().publicUrl}/api/twilio/video/status${retries}`;
}
