import "server-only";
import type { Caller } from "@/lib/api/caller";
import { adminClient } from "@/lib/supabase/admin";

interface Wanted {
  supabase: Caller["supabase"];
  userId: string;
  profileId: string;
}

/**
 * The path of a person's picture, for somebody who may see it: themselves, who can reach them, and
 * who may come across them in Discover.
 *
 * @returns null when they have none, undefined when they are not to be seen
 * @throws PostgrestError
 */
export async function findPicture(wanted: Wanted): Promise<string | null | undefined> {
  const { supabase, userId, profileId } = wanted;
  // Row level security shows a profile to oneself and to whom one can reach.
  const near = await pathOf(supabase, profileId);
  if (near !== undefined) return near;
  // One's own is shown before there is a profile, while it is being made.
  if (profileId === userId) return null;
  const { data: may } = await supabase.rpc("may_see", { p_profile_id: profileId }).throwOnError();
  return may ? pathOf(adminClient(), profileId) : undefined;
}

async function pathOf(client: Caller["supabase"], id: string): Promise<string | null | undefined> {
  const { data } = await client
    .from("profiles")
    .select("avatar_path")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  return data?.avatar_path;
}
