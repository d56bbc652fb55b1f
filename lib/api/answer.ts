import "server-only";
import { ApiError, type ErrorCode } from "@/lib/api/errors";
import { notAnswering } from "@/lib/api/not-answering";
import { fieldsOf } from "@/lib/fields";
import { log } from "@/lib/log";
import { isOutageCode } from "@/lib/supabase/outage";

/** What a request is called in logs and answers. */
export interface RequestLabel {
  requestId: string;
  /** Verb and pattern. */
  route: string;
  /** Of the failure it was answered with. */
  errorCode?: ErrorCode;
}

/** A success: `{ ok: true, ...data }`. */
export function success(data: object): Response {
  return Response.json({ ok: true, ...data });
}

/**
 * A failure as the API words it. Anything but an ApiError is a bug or a dead dependency: it is
 * logged whole and answered without detail. The label is given the error's code.
 */
export function failure(error: unknown, label: RequestLabel): Response {
  const known = error instanceof ApiError ? error : fromUnknown(error);
  label.errorCode = known.code;
  if (known.status >= 500) log.error({ ...label, error: known.cause ?? known }, "request failed");
  const { code, message, status, fields, retryAfterSeconds, providerCode } = known;
  const { requestId } = label;
  return Response.json(
    { ok: false, error: { code, message, requestId, fields, retryAfterSeconds, providerCode } },
    { status, headers: retryAfterSeconds ? { "Retry-After": String(retryAfterSeconds) } : {} },
  );
}

function fromUnknown(error: unknown): ApiError {
  if (isOutage(error)) return notAnswering(error);
  return new ApiError("internal_error", "Something went wrong on our side.", { cause: error });
}

/** Whether a service did not answer: its client's failure, or what the client has made of it. */
function isOutage(error: unknown): boolean {
  const { name, message, code } = fieldsOf(error);
  const words = error instanceof Error ? error.message : String(message ?? "");
  return (
    (error instanceof Error ? error.name : name) === "TimeoutError" ||
    /fetch failed|ECONNREFUSED|not answering/.test(words) ||
    isOutageCode(code)
  );
}
