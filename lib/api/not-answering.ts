import "server-only";
import { ApiError } from "@/lib/api/errors";

/** What somebody is told whose request needs a service that does not answer. */
export function notAnswering(cause?: unknown): ApiError {
  const message = "A service we depend on is not answering. Please try again shortly.";
  return new ApiError("unavailable", message, { cause, retryAfterSeconds: 5 });
}
