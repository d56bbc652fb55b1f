import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/supabase/database.types";
import { whenIdle } from "@/lib/when-idle";

/** Gives the tab's client when it is needed. */
export type Connect = () => Promise<SupabaseClient<Database>>;

/** A person who is that quick should not wait longer than this, in milliseconds. */
const patienceMs = 600;
let idle: Promise<void> | undefined;

/**
 * The one Supabase client of this browser tab. Its code is fetched with the first call, once the
 * page is idle, so that a page can be read and used before it has come.
 */
export const connect: Connect = async () => {
  idle ??= new Promise((resolve) => {
    whenIdle(resolve, patienceMs);
  });
  await idle;
  const { createBrowserClient } = await import("@/lib/supabase/browser");
  return createBrowserClient();
};
