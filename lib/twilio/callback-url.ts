import "server-only";
import { env } from "@/lib/env";

/**
 * Where Twilio reports about voice calls, with three retries when the app cannot be reached, is
 * too slow, or fails. Twilio drops the fragment before it signs and sends.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function voiceCallbackUrl(name: "status" | "dial-result"): string {
  return `${env().publicUrl}/api/twilio/voice/${name}#rc=3&rp=ct,rt,5xx`;
}
