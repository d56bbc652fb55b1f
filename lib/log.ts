import "server-only";
import pino from "pino";

const personal = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "[address]"],
  [/\+?\d{7,}/g, "[number]"],
] as const;

/** A provider's message, and the stack that repeats it, may quote the number that it refused. */
function discreet(text: string): string {
  return personal.reduce((left, [pattern, label]) => left.replace(pattern, label), text);
}

/** What the log may know of an error. Supabase's are plain objects when not thrown. */
function describeError(error: unknown): object {
  if (typeof error !== "object" || error === null) return { name: typeof error };
  const field = (name: string): unknown => Reflect.get(error, name);
  const [message, stack] = [field("message"), field("stack")];
  return {
    name: field("name"),
    // `code` is the name of what people type, and is blanked.
    errorCode: field("code"),
    status: field("status"),
    message: typeof message === "string" ? discreet(message) : undefined,
    stack: typeof stack === "string" ? discreet(stack) : undefined,
  };
}

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
  serializers: { error: describeError },
});
