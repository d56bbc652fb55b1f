import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

export interface BlockedPerson {
  id: string;
  name: string;
}

/**
 * Whom the signed-in person has blocked, latest first. A block hides profiles from both sides, so
 * the names are read past the policies, for exactly the people in the person's own blocks.
 *
 * @param client - signed in as that person
 * @throws PostgrestError
 */
export async function blockedPeople(client: SupabaseClient<Database>): Promise<BlockedPerson[]> {
  const { data: blocks } = await client
    .from("blocks")
    .select("blocked_id")
    .order("created_at", { ascending: false })
    .throwOnError();
  const ids = blocks.map((block) => block.blocked_id);
  if (ids.length === 0) return [];
  const { data: profiles } = await adminClient()
    .from("profiles")
    .select("id, display_name")
    .in("id", ids)
    .throwOnError();
  const names = new Map(profiles.map((profile) => [profile.id, profile.display_name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? "Someone" }));
}
