import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import type { Database } from "@/lib/supabase/database.types";

/**
 * A recording that a person may hear.
 *
 * @param supabase - the person's own client: row level security decides
 * @throws ApiError `not_found` for what does not exist, is not theirs, or has expired
 * @throws PostgrestError when the database does not answer
 */
export async function findRecording(supabase: SupabaseClient<Database>, sid: string) {
  const { data } = await supabase
    .from("recordings")
    .select("provider_sid, kind, status, started_at, heard_at")
    .eq("provider_sid", sid)
    .maybeSingle()
    .throwOnError();
  if (!data) throw new ApiError("not_found", "There is no such recording.");
  return data;
}
