import "server-only";
import { consumeAll } from "@/lib/api/count-uses";
import { ApiError } from "@/lib/api/errors";
import { type Approval, claimApproval, rememberApproval } from "@/lib/auth/approvals";
import { recentAttempts, recordAttempt } from "@/lib/auth/attempts";
import { checkLimits } from "@/lib/auth/limits";
import { addressOf, networkOf } from "@/lib/auth/network";
import type { Recipient } from "@/lib/auth/recipient";
import { openSession, type SignedIn } from "@/lib/auth/session-bridge";
import { requireVerifyService } from "@/lib/auth/verify-channels";
import { asVerifyError, isUnknownVerification } from "@/lib/auth/verify-errors";
import { log } from "@/lib/log";
import type { SessionStore } from "@/lib/supabase/sign-in";
import { twilioClient } from "@/lib/twilio/client";

interface Check {
  recipient: Recipient;
  /** Digits, as the person typed them. */
  code: string;
  /** The client's address. */
  ip: string;
  store: SessionStore;
}

type Verdict = "approved" | "wrong-code" | "expired";

const maxChecks = 5;

/**
 * Checks a code and signs its owner in. Verify approves a code once; when the session cannot be
 * made then, the same code works again for a minute.
 *
 * @throws ApiError `wrong_code`, `code_expired` also for a code that was used, `too_many_checks`,
 *   `rate_limited`, or as openSession does
 */
export async function checkVerification(check: Check): Promise<SignedIn> {
  const { recipient, code, ip } = check;
  requireVerifyService();
  await consumeAll([
    { limit: checkLimits.address, subject: addressOf(ip) },
    // By network: or a stranger could use up the tries of whoever has this number.
    { limit: checkLimits.recipient, subject: `${recipient.to} ${networkOf(ip)}` },
  ]);

  const approval = (await claimApproval(recipient, code)) ?? (await askVerify(check));
  const signedIn = await openSession(check).catch(async (error: unknown) => {
    await approval.release().catch(lapses);
    throw error;
  });
  await approval.consume().catch(lapses);
  return signedIn;
}

/** An approval that cannot be put down lapses: its hold after 10 seconds, itself after a minute. */
function lapses(error: unknown): void {
  log.error({ error }, "approval not put down");
}

async function askVerify(check: Check): Promise<Approval> {
  const { recipient, code } = check;
  const { channel, wrongCodes } = await recentAttempts(recipient, Date.now());
  const outcome = await verdict(recipient, code);
  // The approval is the only proof there is, so it is kept before anything else happens.
  const approval = outcome === "approved" ? await rememberApproval(recipient, code) : null;
  await recordAttempt({ ...check, channel, outcome });
  if (approval) return approval;
  throw outcome === "expired"
    ? new ApiError("code_expired", "This code is no longer good. Please ask for a new one.")
    : wrongCode(maxChecks - wrongCodes - 1);
}

async function verdict(recipient: Recipient, code: string): Promise<Verdict> {
  try {
    const { status } = await twilioClient()
      .verify.v2.services(requireVerifyService())
      .verificationChecks.create({ to: recipient.to, code });
    if (status === "approved") return "approved";
    return status === "pending" ? "wrong-code" : "expired";
  } catch (error) {
    if (isUnknownVerification(error)) return "expired";
    throw asVerifyError(error);
  }
}

/** @param left - tries that remain, as far as we have seen the others */
function wrongCode(left: number): ApiError {
  const hint =
    left > 1 ? `You have ${left} tries left.` : left === 1 ? "You have one try left." : "";
  return new ApiError("wrong_code", `That is not the code we sent. ${hint}`.trim(), {
    fields: { code: "is not the code we sent" },
  });
}
