import { ApiError } from "@/lib/api/errors";
import { isTokenRefusal } from "@/lib/supabase/token-refusal";

/**
 * The failure of a signed-in person's request, as it came; when the database does not take their
 * access token, though it was good by what the app knows, an ApiError `unauthorized`.
 */
export function signedOut(error: unknown): unknown {
  if (!isTokenRefusal(error)) return error;
  return new ApiError("unauthorized", "Please sign in again.", { cause: error });
}
