import "server-only";
import {
  isAuthRetryableFetchError,
  type JwtPayload,
  type SupabaseClient,
} from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import { type VerifiedClaims, verifiedClaims } from "@/lib/api/verified-claims";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { createServerClient, createTokenClient } from "@/lib/supabase/server";

/** A signed-in person, and a database client that can do what they can do. */
export interface Caller {
  userId: string;
  claims: JwtPayload;
  supabase: SupabaseClient<Database>;
}

/**
 * Who is calling: by `Authorization: Bearer <access token>`, else by the session cookies.
 *
 * @throws ApiError `unauthorized` without a valid session, `bad_origin` for a write with cookies
 *   from another site, `unavailable` when Supabase does not say how to verify sessions
 */
export async function requireUser(request: Request): Promise<Caller> {
  const bearer = bearerToken(request);
  if (!bearer) checkOrigin(request);
  const supabase = bearer ? createTokenClient(bearer) : await createServerClient();
  const { claims, error } = bearer ? await verifiedClaims(bearer) : await sessionClaims(supabase);
  if (isAuthRetryableFetchError(error)) {
    throw new ApiError("unavailable", "Please try again in a moment.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
  if (claims?.role !== "authenticated") throw new ApiError("unauthorized", "Please sign in first.");
  return { userId: claims.sub, claims, supabase };
}

/**
 * requireUser for moderators alone. Nobody else learns that there is such a place.
 *
 * @throws ApiError `not_found` for everybody else; otherwise as requireUser
 */
export async function requireModerator(request: Request): Promise<Caller> {
  const caller = await requireUser(request);
  if (!isModerator(caller.claims)) throw new ApiError("not_found", "There is no such page.");
  return caller;
}

/** Whether verified claims are a moderator's. Only the server writes app_metadata. */
export function isModerator(claims: JwtPayload): boolean {
  return claims.app_metadata?.role === "moderator";
}

/** The access token that an API client sends. */
export function bearerToken(request: Request): string | undefined {
  return request.headers.get("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
}

/** What the session cookies hold is a claim, to be verified like any other. */
async function sessionClaims(supabase: SupabaseClient<Database>): Promise<VerifiedClaims> {
  const { data, error } = await supabase.auth.getSession();
  return data.session ? verifiedClaims(data.session.access_token) : { claims: null, error };
}

/**
 * Cookies travel with requests that other sites cause; the browser's Origin header tells.
 *
 * @throws ApiError `bad_origin`
 */
export function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(env().publicUrl).origin) {
    throw new ApiError("bad_origin", "This request came from another site.");
  }
  if (origin === null && request.headers.get("sec-fetch-site") === "cross-site") {
    throw new ApiError("bad_origin", "This request came from another site.");
  }
}
