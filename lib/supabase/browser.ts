import { createBrowserClient as create } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { publicEnv } from "@/lib/env.public";
import type { Database } from "@/lib/supabase/database.types";

let client: SupabaseClient<Database> | undefined;

/** The one Supabase client of this browser tab, signed in by the session cookies. */
export function createBrowserClient(): SupabaseClient<Database> {
  if (!client) {
    const { supabaseUrl, supabaseKey } = publicEnv();
    client = create<Database>(supabaseUrl, supabaseKey, {
      cookieOptions: { secure: globalThis.location?.protocol === "https:" },
    });
  }
  return client;
}
