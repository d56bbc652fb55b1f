import "server-only";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

interface Permission {
  /** Who allows it. */
  profileId: string;
  matchId: string;
  permission: Database["public"]["Enums"]["call_permission"];
}

/**
 * Sets how the other person of a pair match may call. What they have asked for is answered by that:
 * allowed where it covers it, declined by `nobody`. A call that is on goes on.
 *
 * @throws ApiError `not_found` unless it is a live pair match of this person
 * @throws PostgrestError when the database does not answer
 */
export async function setCallPermission(wanted: Permission): Promise<void> {
  const { data: isSet } = await adminClient()
    .rpc("set_call_permission", {
      p_profile_id: wanted.profileId,
      p_match_id: wanted.matchId,
      p_permission: wanted.permission,
    })
    .throwOnError();
  if (!isSet) throw noSuchMatch();
}

/** The same for matches of others, groups, ended matches and blocks. */
export function noSuchMatch(): ApiError {
  return new ApiError("not_found", "There is no such match.");
}
