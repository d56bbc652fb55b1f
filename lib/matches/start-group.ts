import "server-only";
import { z } from "zod";
import { groupError } from "@/lib/matches/group-errors";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["started", "exists"]), match_id: z.uuid() }),
  z.object({ outcome: z.enum(["refused", "apart", "full"]) }),
]);

interface WantedGroup {
  profileId: string;
  /** Pair matches of this person. */
  matchIds: string[];
  title?: string | undefined;
}

/**
 * Makes a group of a person and the other person of each of the matches, in one round trip. The
 * same people under the same title are one group, however often it is started.
 *
 * @returns the id of the group's match
 * @throws ApiError `not_reachable`, or `conflict` for people kept apart or too many
 * @throws PostgrestError when the database does not answer
 */
export async function startGroup({ profileId, matchIds, title }: WantedGroup): Promise<string> {
  const { data } = await adminClient()
    .rpc("start_group", { p_profile_id: profileId, p_match_ids: matchIds, p_title: title })
    .throwOnError();
  const result = answer.parse(data);
  if ("match_id" in result) return result.match_id;
  throw groupError(result.outcome);
}
