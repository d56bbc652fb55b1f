import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { type Facts, toFacts } from "@/lib/profiles/facts";
import type { Database } from "@/lib/supabase/database.types";

export interface MatchProfile extends Facts {
  id: string;
  name: string;
  bio: string;
  /** `avatar_path` of the profile; null for the drawn picture. */
  picture: string | null;
  /** In years. */
  age: number | null;
}

/**
 * What the other person of a pair says of themselves.
 *
 * @param client - signed in as one of the two
 * @returns null for a group, and for a match that is over or of others
 * @throws PostgrestError
 */
export async function matchProfile(
  client: SupabaseClient<Database>,
  { matchId, viewerId }: { matchId: string; viewerId: string },
): Promise<MatchProfile | null> {
  const { data: member } = await client
    .from("match_members")
    .select("profile_id, match:matches!inner(kind)")
    .eq("match_id", matchId)
    .eq("match.kind", "pair")
    .neq("profile_id", viewerId)
    .is("left_at", null)
    .maybeSingle()
    .throwOnError();
  if (!member) return null;
  const id = member.profile_id;
  const [profile, age] = await Promise.all([
    client
      .from("profiles")
      .select(
        "display_name, bio, avatar_path, gender, looking_for, occupation, hometown, height_cm, interests, languages",
      )
      .eq("id", id)
      .maybeSingle()
      .throwOnError(),
    client.rpc("age_of", { p_profile_id: id }).throwOnError(),
  ]);
  if (!profile.data) return null;
  const { display_name: name, bio, avatar_path: picture } = profile.data;
  return { id, name, bio, picture, age: age.data, ...toFacts(profile.data) };
}
