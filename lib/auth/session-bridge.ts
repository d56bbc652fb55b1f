import "server-only";
import { isAuthApiError, type Session } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import { prepareSignIn } from "@/lib/auth/person";
import type { Recipient } from "@/lib/auth/recipient";
import { adminClient } from "@/lib/supabase/admin";
import { createSignInClient, type SessionStore } from "@/lib/supabase/sign-in";

export interface SignedIn {
  session: Session;
  /** The person has not given a name and a birth date yet. */
  needsProfile: boolean;
}

interface Bridge {
  recipient: Recipient;
  /** The client's address: Supabase limits sign-ins by it. */
  ip: string;
  /** Where the session is kept. */
  store: SessionStore;
}

/**
 * Turns a proof from Verify into a real Supabase session, with refresh token and all.
 * Call it under a lock: an account has one slot for sign-in tokens.
 *
 * @throws ApiError `forbidden` for a banned account, `conflict` as prepareSignIn does,
 *   `unavailable` when Supabase does not do its part; the same proof may then be tried again
 */
export async function openSession({ recipient, ip, store }: Bridge): Promise<SignedIn> {
  try {
    const { userId, tokenHash } = await prepareSignIn(recipient);
    const { data: profile } = await adminClient()
      .from("profiles")
      .select("id")
      .eq("id", userId)
      .maybeSingle()
      .throwOnError();
    const client = await createSignInClient(ip, store);
    const { data, error } = await client.auth.verifyOtp({ token_hash: tokenHash, type: "email" });
    if (error) throw error;
    if (!data.session) throw new Error("Supabase verified the link but gave no session");
    return { session: data.session, needsProfile: profile === null };
  } catch (error) {
    throw asSignInError(error);
  }
}

function asSignInError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (isAuthApiError(error) && error.code === "user_banned") {
    return new ApiError("forbidden", "This account is closed.", { cause: error });
  }
  return new ApiError(
    "unavailable",
    "Your code is right, but we could not sign you in. Please press Verify again.",
    { cause: error, retryAfterSeconds: 1 },
  );
}
