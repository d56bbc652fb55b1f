import "server-only";
import { timingSafeEqual } from "node:crypto";
import {
  isAuthRetryableFetchError,
  type JwtPayload,
  type SupabaseClient,
} from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { adminClient } from "@/lib/supabase/admin";
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
  const token = bearerToken(request);
  if (!token) checkOrigin(request);
  const supabase = token ? createTokenClient(token) : await createServerClient();
  // A token client has no auth of its own; the admin client verifies with the same public keys.
  const { data, error } = token
    ? await adminClient().auth.getClaims(token).catch(unverifiable)
    : await supabase.auth.getClaims();
  if (isAuthRetryableFetchError(error)) {
    throw new ApiError("unavailable", "Please try again in a moment.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
  if (data?.claims.role !== "authenticated")
    throw new ApiError("unauthorized", "Please sign in first.");
  return { userId: data.claims.sub, claims: data.claims, supabase };
}

/** The access token that an API client sends. */
export function bearerToken(request: Request): string | undefined {
  return request.headers.get("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
}

/** getClaims throws on text that is no JWT at all. */
function unverifiable() {
  return { data: null, error: null };
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

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
