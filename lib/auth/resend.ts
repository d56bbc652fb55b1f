import "server-only";
import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";
import { resendDelaysSeconds } from "@/lib/auth/limits";
import { type Recipient, recipientHash } from "@/lib/auth/recipient";

/**
 * How long to wait for the next send.
 *
 * @param sends - to this recipient in the last hour, since they last signed in
 * @returns seconds; 0 before the first send
 */
export function resendDelaySeconds(sends: number): number {
  return resendDelaysSeconds[Math.min(sends, resendDelaysSeconds.length) - 1] ?? 0;
}

/**
 * Takes the turn to send: one a delay, for all instances together, so that of two requests at the
 * same time one sends.
 *
 * @throws ApiError `resend_too_soon` with the seconds to wait
 */
export async function takeSendTurn(recipient: Recipient, sends: number): Promise<void> {
  const turn = {
    name: "verify-turn",
    max: 1,
    windowSeconds: Math.max(1, resendDelaySeconds(sends)),
  };
  try {
    await consume(turn, recipientHash(recipient));
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "rate_limited") throw error;
    const { retryAfterSeconds } = error;
    throw new ApiError(
      "resend_too_soon",
      `A code is on its way. You can ask for another in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
    );
  }
}
