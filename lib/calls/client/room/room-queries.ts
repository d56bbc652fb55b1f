import type { SupabaseClient } from "@supabase/supabase-js";
import { liveStatuses, parseRoomRow, type RoomRow } from "@/lib/calls/client/room/room-row";
import type { RoomMatch, RoomPerson } from "@/lib/calls/client/room/view";
import { matchName } from "@/lib/chat/match-name";
import type { Database } from "@/lib/supabase/database.types";

type Client = SupabaseClient<Database>;

const columns =
  "id, provider_sid, match_id, kind, caller_id, status, started_at, end_reason:shown_end_reason, participants:call_participants(profile_id, role, status)";

/**
 * The live rooms of the signed-in person's matches, and those named, live or not.
 *
 * @param callIds - rows that are wanted in any case
 * @throws PostgrestError
 */
export async function fetchRoomRows(
  client: Client,
  callIds: readonly string[],
): Promise<RoomRow[]> {
  const wanted = [`status.in.(${liveStatuses.join(",")})`];
  if (callIds.length > 0) wanted.push(`id.in.(${callIds.join(",")})`);
  const { data } = await client
    .from("calls")
    .select(columns)
    .like("provider_sid", "RM%")
    .or(wanted.join(","))
    .throwOnError();
  return data.flatMap((row) => parseRoomRow(row) ?? []);
}

/**
 * What a call shows of a match, and who of it can be seen; null when it is not open to the
 * signed-in person any more.
 *
 * @param me - profile id of the signed-in person
 * @throws PostgrestError
 */
export async function fetchRoomMatch(
  client: Client,
  matchId: string,
  me: string,
): Promise<RoomMatch | null> {
  const { data } = await client
    .from("matches")
    .select("kind, title, members:match_members(left_at, profile:profiles(id, display_name))")
    .eq("id", matchId)
    .maybeSingle()
    .throwOnError();
  if (!data) return null;
  const people = data.members.flatMap(({ left_at, profile }): RoomPerson[] => {
    const isOther = profile && left_at === null && profile.id !== me;
    return isOther ? [{ id: profile.id, name: profile.display_name }] : [];
  });
  const name = matchName({ title: data.title, people });
  return { matchId, name, isGroup: data.kind === "group", people };
}
