import "server-only";
import twilio from "twilio";
import { ApiError, type ErrorCode } from "@/lib/api/errors";
import { asApiError } from "@/lib/twilio/rest-errors";

/** Twilio's code for a number that somebody has, we ourselves perhaps. */
export const notAvailable = 21422;

const needsAddress =
  "Numbers of this kind need a registered address, which Duet has not. Please choose another.";

/** What Twilio says when it does not sell a number. https://www.twilio.com/docs/api/errors */
const known: Record<number, [ErrorCode, string]> = {
  21404: ["limit_reached", "The trial account behind this installation can have no more numbers."],
  21421: ["invalid_phone", "This is not a number that can be bought."],
  [notAvailable]: ["number_taken", "This number is gone. Please choose another."],
  21451: ["invalid_request", "There is no such area code."],
  21452: ["number_taken", "No number of this area code is free. Please choose another."],
  21615: ["number_not_allowed", needsAddress],
  21631: ["number_not_allowed", needsAddress],
  21649: ["number_not_allowed", needsAddress],
};

/** A failure of Twilio's number service in the words of our own, with Twilio's code beside them. */
export function asNumberError(error: unknown): ApiError {
  const code = error instanceof twilio.RestException ? (error.code ?? 0) : 0;
  const found = known[code];
  if (found) return new ApiError(found[0], found[1], { cause: error, providerCode: code });
  if (!wasAnswered(error)) return noAnswer(error);
  return asApiError(error);
}

/** Whether Twilio has said anything, if only that it failed. */
export function wasAnswered(error: unknown): boolean {
  return error instanceof twilio.RestException || error instanceof ApiError;
}

function noAnswer(cause: unknown): ApiError {
  return new ApiError("unavailable", "The phone service does not answer. Please try again.", {
    cause,
    retryAfterSeconds: 60,
  });
}
