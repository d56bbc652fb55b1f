import "server-only";
import {
  type CookieMethodsServer,
  type CookieOptions,
  createServerClient as create,
} from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { fetchInTime } from "@/lib/supabase/fetch";

/**
 * The cookies of the request that is being answered, as @supabase/ssr wants them. In pages they are
 * read-only: `proxy.ts` has refreshed them before.
 */
export async function requestCookies(): Promise<CookieMethodsServer> {
  const store = await cookies();
  return {
    getAll: () => store.getAll(),
    setAll: (written) => {
      try {
        for (const { name, value, options } of written) store.set(name, value, options);
      } catch {
        // Pages may not write cookies; the proxy has already done it for this request.
      }
    },
  };
}

/** Session cookies never travel unencrypted where the app is served over TLS. */
export function sessionCookies(): CookieOptions {
  return { secure: env().publicUrl.startsWith("https:") };
}

/** A client that acts as the person whose session cookies came with the request. One per request. */
export async function createServerClient(): Promise<SupabaseClient<Database>> {
  const { url, publishableKey } = env().supabase;
  return create<Database>(url, publishableKey, {
    global: { fetch: fetchInTime },
    cookies: await requestCookies(),
    cookieOptions: sessionCookies(),
  });
}

/** A client that acts as the person of a bearer access token, for callers without cookies. */
export function createTokenClient(accessToken: string): SupabaseClient<Database> {
  const { url, publishableKey } = env().supabase;
  return createClient<Database>(url, publishableKey, {
    accessToken: async () => accessToken,
    global: { fetch: fetchInTime },
  });
}
