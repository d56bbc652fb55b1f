import "server-only";
import { z } from "zod";
import { groupError } from "@/lib/matches/group-errors";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.object({ outcome: z.enum(["added", "unknown", "refused", "apart", "full"]) });

interface Addition {
  /** A member of the group. */
  profileId: string;
  groupId: string;
  /** Pair matches of this member. */
  matchIds: string[];
}

/**
 * Adds people to a group; who is in it already stays as they are.
 *
 * @throws ApiError `not_found` unless the person is in such a group; `not_reachable`; `conflict`
 *   for people kept apart or too many
 * @throws PostgrestError when the database does not answer
 */
export async function addMembers({ profileId, groupId, matchIds }: Addition): Promise<void> {
  const { data } = await adminClient()
    .rpc("add_to_group", { p_profile_id: profileId, p_match_id: groupId, p_match_ids: matchIds })
    .throwOnError();
  const { outcome } = answer.parse(data);
  if (outcome !== "added") throw groupError(outcome);
}
