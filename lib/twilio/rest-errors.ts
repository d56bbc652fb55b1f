import "server-only";
import twilio from "twilio";
import { ApiError, type ErrorCode } from "@/lib/api/errors";

/** Error codes of Twilio's REST API that a person can act on. https://www.twilio.com/docs/api/errors */
const known: Record<number, [ErrorCode, string]> = {
  20429: ["unavailable", "Phone services are busy. Please try again in a moment."],
  21211: ["invalid_phone", "This is not a phone number that can be reached."],
  21408: ["unsupported_country", "Numbers of this country cannot be reached."],
  21608: ["number_not_allowed", "This number cannot be reached from a trial account."],
  21610: ["unsubscribed", "This number has asked for no more texts."],
  21612: ["invalid_phone", "This number cannot receive texts."],
  21614: ["invalid_phone", "This number cannot receive texts."],
  30007: ["provider_error", "The carrier turned the text away."],
};

/** Whether Twilio refused a request with one of these error codes. */
export function isTwilioError(error: unknown, ...codes: number[]): boolean {
  return error instanceof twilio.RestException && codes.includes(error.code ?? 0);
}

/**
 * A failure of Twilio's REST API in the words of our own. The original, which may quote a number,
 * is its cause.
 */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const code = error instanceof twilio.RestException ? (error.code ?? 0) : 0;
  const [ours, sentence] = known[code] ?? [
    "provider_error",
    "The phone service could not do this. Please try again later.",
  ];
  return new ApiError(ours, sentence, { cause: error, ...(code && { providerCode: code }) });
}
