import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/supabase/database.types";

/** Gives the tab's client when it is needed. */
export type Connect = () => Promise<SupabaseClient<Database>>;

/**
 * The one Supabase client of this browser tab. Its code is fetched with the first call, so that a
 * page can be read before it has come.
 */
export const connect: Connect = async () => {
  const { createBrowserClient } = await import("@/lib/supabase/browser");
  return createBrowserClient();
};
