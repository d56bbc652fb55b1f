import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { requireReach } from "@/lib/phone/may-reach";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";

interface Sms {
  /** E.164 */
  to: string;
  body: string;
}

/**
 * Sends a text message from the configured number.
 *
 * @returns the message's SID, once Twilio has accepted it
 * @throws ApiError `not_configured` without a number to send from, `number_not_allowed` outside
 *   production for numbers that are not on the allow-list, or what Twilio's refusal amounts to:
 *   `invalid_phone`, `unsupported_country`, `unsubscribed`, `unavailable`, `provider_error`
 */
export async function sendSms({ to, body }: Sms): Promise<{ sid: string }> {
  const { messaging } = env();
  if (!messaging) throw new ApiError("not_configured", "Text messages are not set up here.");
  requireReach(to);
  try {
    const { sid } = await twilioClient().messages.create({ to, from: messaging.from, body });
    return { sid };
  } catch (error) {
    throw asApiError(error);
  }
}
