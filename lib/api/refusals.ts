import "server-only";
import { countHere } from "@/lib/api/counts-here";
import { ApiError, type ErrorCode } from "@/lib/api/errors";
import { type Limit, tooOften } from "@/lib/api/rate-limit";
import { addressOf } from "@/lib/auth/network";

const limit: Limit = { name: "refused", max: 120, windowSeconds: 60 };
const guesses: ReadonlySet<ErrorCode> = new Set(["unauthorized", "bad_signature"]);

/**
 * What an address is told that shows a wrong signature, secret or session again and again. Only the
 * answer changes: what is right is let in, however often something was wrong before, since behind a
 * misconfigured proxy Twilio and a stranger may have one address.
 *
 * @param error - what the request failed with
 * @returns the same, or `rate_limited`
 */
export function refusedAgain(error: unknown, ip: string): unknown {
  if (!(error instanceof ApiError) || !guesses.has(error.code) || ip === "unknown") return error;
  const { allowed, resetsAfterSeconds } = countHere(
    { limit, subject: addressOf(ip) },
    { shared: false },
  );
  return allowed ? error : tooOften(resetsAfterSeconds);
}
