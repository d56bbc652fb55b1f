import "server-only";
import { createServerClient } from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { fetchInTime } from "@/lib/supabase/fetch";
import { requestCookies, sessionCookies } from "@/lib/supabase/server";

/** Where a new session is kept: in the answer's cookies, or nowhere but in the client's hands. */
export type SessionStore = "cookie" | "token";

/**
 * A client for one sign-in on somebody's behalf. Supabase limits sign-ins by address and would
 * take all of ours for one; it believes the forwarded address of a caller with the secret key.
 * Never use it for anything else: the key passes row level security.
 *
 * @param ip - the person's address, or "unknown"
 */
export async function createSignInClient(
  ip: string,
  store: SessionStore,
): Promise<SupabaseClient<Database>> {
  const { url, secretKey } = env().supabase;
  const headers: Record<string, string> = ip === "unknown" ? {} : { "Sb-Forwarded-For": ip };
  const global = { fetch: fetchInTime, headers };
  return store === "cookie"
    ? createServerClient<Database>(url, secretKey, {
        global,
        cookies: await requestCookies(),
        cookieOptions: sessionCookies(),
      })
    : createClient<Database>(url, secretKey, {
        global,
        auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      });
}
