import "server-only";
import twilio from "twilio";
import { ApiError, type ErrorCode } from "@/lib/api/errors";

interface Refusal {
  code: ErrorCode;
  message: string;
  /** Seconds. */
  retryAfterSeconds?: number;
}

/** A verification, with its tries and sends, is forgotten after this time. */
const verificationSeconds = 600;

/** Refusals of Verify that a person can act on. https://www.twilio.com/docs/api/errors */
const known: Record<number, Refusal> = {
  60200: { code: "invalid_phone", message: "No code can be sent to this. Please check it." },
  60202: {
    code: "too_many_checks",
    message: "Too many wrong codes. Please wait ten minutes and ask for a new one.",
    retryAfterSeconds: verificationSeconds,
  },
  60203: {
    code: "too_many_sends",
    message: "Too many codes were sent. Please wait ten minutes and try again.",
    retryAfterSeconds: verificationSeconds,
  },
  60205: {
    code: "channel_not_available",
    message: "This is a landline, which gets no texts. Let us call you with the code instead.",
  },
  60212: {
    code: "unavailable",
    message: "A code for this number is being sent already. Please wait a moment.",
    retryAfterSeconds: 5,
  },
  60217: { code: "channel_not_available", message: "Codes by e-mail are not offered here." },
  60223: { code: "channel_not_available", message: "This way of sending codes is switched off." },
  60410: {
    code: "number_not_allowed",
    message: "No codes are sent to numbers like this one at the moment, to stop abuse.",
    retryAfterSeconds: 3600,
  },
  60605: {
    code: "number_not_allowed",
    message: "No codes are sent to the country of this number.",
  },
  21608: {
    code: "number_not_allowed",
    message: "This number is not verified for the trial account.",
  },
};

/** Whether Twilio has no such pending verification: approved, expired, or never begun. */
export function isUnknownVerification(error: unknown): boolean {
  return error instanceof twilio.RestException && error.status === 404;
}

/** Whether Verify refused for the recipient's sake; otherwise it could not do its work. */
export function isRefusal(error: unknown): boolean {
  return error instanceof twilio.RestException && known[error.code ?? 0] !== undefined;
}

/** A failure of Verify in the words of our own; the original is its cause. */
export function asVerifyError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const refused = error instanceof twilio.RestException ? error : undefined;
  const refusal = known[refused?.code ?? 0];
  if (refusal) return new ApiError(refusal.code, refusal.message, { ...refusal, cause: error });
  const ours = refused !== undefined && refused.status < 500 && refused.status !== 429;
  return ours
    ? new ApiError("provider_error", "No code can be sent at the moment. We are looking into it.", {
        cause: error,
      })
    : new ApiError("unavailable", "The code service is not answering. Please try again shortly.", {
        cause: error,
        retryAfterSeconds: 10,
      });
}
