import "server-only";
import { consume } from "@/lib/api/rate-limit";
import { recentAttempts, recordAttempt } from "@/lib/auth/attempts";
import { sendLimits } from "@/lib/auth/limits";
import { networkOf } from "@/lib/auth/network";
import type { Recipient } from "@/lib/auth/recipient";
import { resendDelaySeconds, takeSendTurn } from "@/lib/auth/resend";
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

  const { sends } = await recentAttempts(recipient, Date.now());
  await admit(start, sends);
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

/**
 * Counts the send. The sender's own limits come first: a machine that is over them must not use up
 * what a stranger's number or country still has.
 */
async function admit({ recipient, ip }: Start, sends: number): Promise<void> {
  await consume(sendLimits.address, ip);
  await consume(sendLimits.network, networkOf(ip));
  await takeSendTurn(recipient, sends);
  await consume(sendLimits.recipient, recipient.to);
  if (recipient.country) await consume(sendLimits.country, recipient.country);
}
