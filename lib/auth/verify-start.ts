import "server-only";
import { admitCode } from "@/lib/auth/admit-code";
import { recordAttempt } from "@/lib/auth/attempts";
import type { Recipient } from "@/lib/auth/recipient";
import { resendDelaySeconds } from "@/lib/auth/resend";
import {
  requireChannel,
  requireVerifyService,
  type VerifyChannel,
} from "@/lib/auth/verify-channels";
import { asVerifyError, isRefusal } from "@/lib/auth/verify-errors";
import { requireReach } from "@/lib/phone/may-reach";
import { twilioClient } from "@/lib/twilio/client";

interface Start {
  recipient: Recipient;
  channel: VerifyChannel;
  /** The client's address. */
  ip: string;
  /** The recipient has signed in with this browser before. */
  isKnownDevice: boolean;
}

/**
 * Sends a code. Nothing here looks at accounts, so the answer tells nobody who has one.
 *
 * @returns seconds until another code may be asked for
 * @throws ApiError `channel_not_available`, `number_not_allowed`, `rate_limited`,
 *   `resend_too_soon`, or what Verify's refusal amounts to
 */
export async function startVerification(start: Start): Promise<{ resendAfterSeconds: number }> {
  const { recipient, channel } = start;
  requireChannel(channel);
  if (recipient.kind === "phone") requireReach(recipient.to);

  const sends = await admitCode(start);
  try {
    await twilioClient()
      .verify.v2.services(requireVerifyService())
      .verifications.create({ to: recipient.to, channel: channel === "voice" ? "call" : channel });
  } catch (error) {
    await recordAttempt({ ...start, outcome: isRefusal(error) ? "refused" : "failed" });
    throw asVerifyError(error);
  }
  await recordAttempt({ ...start, outcome: "sent" });
  return { resendAfterSeconds: resendDelaySeconds(sends + 1) };
}
