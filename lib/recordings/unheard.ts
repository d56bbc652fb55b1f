import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/supabase/database.types";

/**
 * How many voicemails a person has not played yet.
 *
 * @param supabase - the person's own client: row level security decides which are theirs
 * @throws PostgrestError when the database does not answer
 */
export async function countUnheard(supabase: SupabaseClient<Database>): Promise<number> {
  const { count } = await supabase
    .from("recordings")
    .select("id", { count: "exact", head: true })
    .eq("kind", "voicemail")
    .eq("status", "completed")
    .is("heard_at", null)
    .throwOnError();
  return count ?? 0;
}
