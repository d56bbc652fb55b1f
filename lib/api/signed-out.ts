import { ApiError } from "@/lib/api/errors";
import { log } from "@/lib/log";
import { isTokenRefusal } from "@/lib/supabase/token-refusal";

/**
 * The failure of a signed-in person's request, as it came; when the database does not take their
 * access token, though it was good by what the app knows, an ApiError `unauthorized`.
 */
export function signedOut(error: unknown): unknown {
  if (!isTokenRefusal(error)) return error;
  // Of one person it is nothing; of everybody, the keys that sign sessions have changed.
  log.warn({ error }, "token refused by the database");
  return new ApiError("unauthorized", "Please sign in again.", { cause: error });
}
