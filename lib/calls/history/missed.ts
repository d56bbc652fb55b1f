import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/supabase/database.types";

/**
 * How many calls a person has missed since they last looked at their calls, at most 100.
 *
 * @param supabase - the person's own client
 * @throws PostgrestError when the database does not answer
 */
export async function countMissed(supabase: SupabaseClient<Database>): Promise<number> {
  const { data } = await supabase.rpc("missed_calls").throwOnError();
  return data;
}

/**
 * Notes that a person has looked at their calls; their other devices hear of it.
 *
 * @param supabase - the person's own client
 * @throws PostgrestError when the database does not answer
 */
export async function seeMissed(supabase: SupabaseClient<Database>): Promise<void> {
  await supabase.rpc("see_missed_calls").throwOnError();
}
