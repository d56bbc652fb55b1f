import "server-only";
import pino from "pino";
import { traceId } from "@/lib/telemetry/span";

const personal = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*|\bsb_secret_\w+|\b(?:Bearer|Basic) \S+/g, "[token]"],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "[address]"],
  // Written as people do, and codes of six digits; Twilio's own codes have five.
  [/\+\d[\d ().-]{5,}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\+?\d{6,}/g, "[number]"],
] as const;

/** Names of fields that hold what nobody should read, wherever they come from. */
const secret = new Set([
  ...["phone", "email", "code", "token", "To", "From", "body", "Body", "Caller", "Called"],
  ...["password", "secret", "authorization", "cookie", "accessToken", "refreshToken"],
  ...["access_token", "refresh_token", "token_hash", "Digits", "ip", "headers"],
]);

/** A provider's message, and the stack that repeats it, may quote the number that it refused. */
export function discreet(text: string): string {
  return personal.reduce((left, [pattern, label]) => left.replace(pattern, label), text);
}

/** What the log may know of an error. Supabase's are plain objects when not thrown. */
function describeError(error: unknown): object | string {
  if (typeof error === "string") return discreet(error);
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

/** The same with secret fields blanked at any depth; pino's own `redact` takes several times as long for so many names. */
function withoutSecrets(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secret.has(name)) return [name, "[redacted]"];
      if (name === "error") return [name, describeError(value)];
      return [name, withoutSecretsInside(value)];
    }),
  );
}

function withoutSecretsInside(value: unknown): unknown {
  if (value instanceof Error) return describeError(value);
  if (Array.isArray(value)) return value.map(withoutSecretsInside);
  return typeof value === "object" && value !== null ? withoutSecrets(value) : value;
}

/**
 * One JSON line an entry. Callers pass ids, codes and durations, never bodies; the redaction is the
 * second line of defence.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  formatters: { log: withoutSecrets },
  // A line can be found from its trace, and a trace from its line.
  mixin: () => {
    const trace = traceId();
    return trace ? { trace } : {};
  },
});
