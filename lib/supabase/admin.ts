import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { fetchWithSecretKey } from "@/lib/supabase/fetch";

let client: SupabaseClient<Database> | undefined;

/**
 * The client with the secret key: it passes row level security, so whoever uses it authorises
 * first. It holds no session and serves all requests.
 */
export function adminClient(): SupabaseClient<Database> {
  const { url, secretKey } = env().supabase;
  client ??= createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: fetchWithSecretKey },
  });
  return client;
}
