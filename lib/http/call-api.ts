import { fieldsOf, numberOf, textOf } from "@/lib/fields";
import { noAnswer } from "@/lib/http/no-answer";

/** Why a request to our own API failed; `message` may be shown to a person. */
export interface ApiFailure {
  /** A code of the API, or `offline` when no answer came. */
  code: string;
  message: string;
  retryAfterSeconds: number | null;
  /** Twilio's own code, when it was Twilio that refused. */
  providerCode?: number;
}

export type ApiAnswer =
  | { ok: true; data: Readonly<Record<string, unknown>> }
  | { ok: false; error: ApiFailure };

const timeoutMs = 20_000;

/**
 * Calls our own API from the browser. It never throws: a lost network is an answer too.
 *
 * @param path - like /api/blocks
 * @param body - sent as JSON, except with GET
 * @param keepalive - the request outlives the page; for small bodies
 * @param idempotencyKey - lets the server recognise the same request when it comes twice
 */
export async function callApi(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: object = {},
  { keepalive = false, idempotencyKey }: { keepalive?: boolean; idempotencyKey?: string } = {},
): Promise<ApiAnswer> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(idempotencyKey && { "Idempotency-Key": idempotencyKey }),
      },
      ...(method !== "GET" && { body: JSON.stringify(body) }),
      keepalive,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(await response.json());
  } catch {
    return { ok: false, error: noAnswer() };
  }
}

/** What an answer of our API says. */
export function readAnswer(answer: unknown): ApiAnswer {
  const data = fieldsOf(answer);
  if (data.ok === true) return { ok: true, data };
  const { code, message, retryAfterSeconds, providerCode } = fieldsOf(data.error);
  return {
    ok: false,
    error: {
      code: textOf(code) ?? "internal_error",
      message: textOf(message) ?? "Something went wrong. Please try again.",
      retryAfterSeconds: numberOf(retryAfterSeconds),
      ...(typeof providerCode === "number" && { providerCode }),
    },
  };
}
