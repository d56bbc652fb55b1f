import "server-only";
import { isAuthSessionMissingError } from "@supabase/supabase-js";
import { bearerToken, type Caller } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";

interface SignOut {
  request: Request;
  supabase: Caller["supabase"];
  /** This session, or all sessions of the person. */
  scope: "local" | "global";
}

/**
 * Revokes refresh tokens, and takes the cookies back where there are any. Access tokens that are
 * out already run on to their end, an hour at most: so it is with every Supabase project.
 *
 * @throws ApiError `unavailable` when Supabase does not answer; the session is as it was
 */
export async function signOut({ request, supabase, scope }: SignOut): Promise<void> {
  const token = bearerToken(request);
  const { error } = token
    ? await adminClient().auth.admin.signOut(token, scope)
    : await supabase.auth.signOut({ scope });
  // A session that was ended from elsewhere is ended.
  if (error && !isAuthSessionMissingError(error)) {
    throw new ApiError("unavailable", "You could not be signed out. Please try again.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
}
