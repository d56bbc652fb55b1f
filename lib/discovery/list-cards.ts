import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { type Card, presentCard } from "@/lib/discovery/card";
import type { Database } from "@/lib/supabase/database.types";

/** Fetched at once: enough to decide for a while, few enough to be still there. */
const handful = 10;

/**
 * The next people for somebody. Asking again before they have decided gives the same ones.
 *
 * @param client - their own client: the database knows by it whom to show
 * @throws PostgrestError
 */
export async function listCards(client: SupabaseClient<Database>): Promise<Card[]> {
  const { data } = await client.rpc("discover", { p_limit: handful }).throwOnError();
  return data.map(presentCard);
}
