import "server-only";
import pino from "pino";

/**
 * One JSON line an entry. Callers pass ids, codes and durations, never bodies; the redaction is the
 * second line of defence.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  redact: {
    paths: [
      "phone",
      "email",
      "code",
      "token",
      "To",
      "From",
      "*.phone",
      "*.email",
      "*.code",
      "*.token",
    ],
    censor: "[redacted]",
  },
  serializers: {
    // A provider's message may quote the number that it refused.
    error: (error: unknown) =>
      error instanceof Error
        ? {
            name: error.name,
            message: error.message.replace(/\+?\d{7,}/g, "[number]"),
            stack: error.stack,
          }
        : { name: typeof error },
  },
});
