import "server-only";
import twilio from "twilio";
import { ApiError } from "@/lib/api/errors";
import { gaveNoAnswer } from "@/lib/twilio/gave-no-answer";

/**
 * Whether a failure of Twilio's REST API says that further requests had better wait: too many (429),
 * or Twilio itself in trouble, or no answer at all.
 *
 * @param error - as `asApiError` makes it, or as it came
 */
export function wantsPause(error: unknown): boolean {
  if (!(error instanceof ApiError)) return isTurnedAway(error);
  return error.code !== "not_configured" && isTurnedAway(error.cause);
}

function isTurnedAway(cause: unknown): boolean {
  if (cause instanceof twilio.RestException) return cause.status === 429 || cause.status >= 500;
  return gaveNoAnswer(cause);
}
