import { createClient } from "@supabase/supabase-js";

/** Milliseconds for which Supabase may be silent. */
export const patienceMs = 10_000;

/** A client that holds no session and gives up in time. */
export function connectSupabase(url: string, key: string) {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    db: { retry: false },
    global: {
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patienceMs) }),
    },
  });
}

/** Asks Auth, which knows who is asking by the key. */
export function askAuth(url: string, key: string, path: string): Promise<Response> {
  return fetch(`${url}/auth/v1/${path}`, {
    headers: { apikey: key },
    signal: AbortSignal.timeout(patienceMs),
  });
}
