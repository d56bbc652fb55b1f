import "server-only";
import twilio from "twilio";
import { ApiError, type ErrorCode } from "@/lib/api/errors";
import { notAnswering } from "@/lib/api/not-answering";
import { gaveNoAnswer } from "@/lib/twilio/gave-no-answer";

const notANumber = "This is not a phone number that can be reached.";
const notReachable = "This phone number cannot be reached at present.";
const noCountry = "Numbers of this country cannot be reached.";
const noTexts = "This number cannot receive texts.";
const ourNumber = "Our phone number is not set up for this. Please tell us.";

/**
 * Error codes of Twilio's REST API and of its TwiML that a person can act on, or that name what is
 * to be mended. https://www.twilio.com/docs/api/errors
 */
const known: Record<number, [ErrorCode, string]> = {
  10004: ["unavailable", "All lines are busy. Please try again in a moment."],
  13214: ["provider_error", ourNumber],
  13223: ["invalid_phone", notANumber],
  13224: ["invalid_phone", notANumber],
  13225: ["number_not_allowed", "This number may not be called."],
  13226: ["unsupported_country", noCountry],
  13227: ["unsupported_country", noCountry],
  20003: ["provider_error", "The phone service does not accept our account. Please tell us."],
  20429: ["unavailable", "Phone services are busy. Please try again in a moment."],
  21201: ["invalid_phone", notANumber],
  21210: ["provider_error", ourNumber],
  21211: ["invalid_phone", notANumber],
  21212: ["provider_error", ourNumber],
  21213: ["provider_error", ourNumber],
  21214: ["invalid_phone", notReachable],
  21215: ["unsupported_country", noCountry],
  21216: ["number_not_allowed", "This number may not be called."],
  21217: ["invalid_phone", notANumber],
  21219: ["number_not_allowed", "This number cannot be reached from a trial account."],
  21220: ["call_over", "This call is over."],
  21401: ["invalid_phone", "This is not a phone number."],
  21408: ["unsupported_country", noCountry],
  21606: ["provider_error", ourNumber],
  21608: ["number_not_allowed", "This number cannot be reached from a trial account."],
  21610: ["unsubscribed", "This number has asked for no more texts."],
  21612: ["invalid_phone", noTexts],
  21614: ["invalid_phone", noTexts],
  30007: ["provider_error", "The carrier turned the text away."],
};

/** Twilio's error code for a resource that is not there: never was, or is gone. */
export const resourceNotFound = 20404;

/** Twilio's error code for changing a call, or what runs in it, that is not in progress. */
export const callNotInProgress = 21220;

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
  if (gaveNoAnswer(error)) return notAnswering(error);
  const code = error instanceof twilio.RestException ? (error.code ?? 0) : 0;
  const [ours, sentence] = known[code] ?? [
    "provider_error",
    "The phone service could not do this. Please try again later.",
  ];
  return new ApiError(ours, sentence, { cause: error, ...(code && { providerCode: code }) });
}
