import "server-only";
import { adminClient } from "@/lib/supabase/admin";

/** What moderators have told a person. */
export interface Warning {
  id: string;
  words: string;
}

/** The oldest warning that a person has not read yet. @throws PostgrestError */
export async function unreadWarning(profileId: string): Promise<Warning | null> {
  const { data } = await adminClient()
    .from("warnings")
    .select("id, words")
    .eq("profile_id", profileId)
    .is("read_at", null)
    .order("created_at")
    .limit(1)
    .maybeSingle()
    .throwOnError();
  return data;
}
