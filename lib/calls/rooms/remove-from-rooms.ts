import "server-only";
import { z } from "zod";
import { completeRoom, disconnectPerson } from "@/lib/calls/rooms/end-room";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

type EndReason = Database["public"]["Enums"]["call_end_reason"];

const ends = z.enum(["room", "participant"]);

/**
 * Takes people out of the rooms where they may no longer be: a pair's room ends, a group's goes on
 * without them. Call it after the reason is on record, so that they cannot come back. A repeat asks
 * Twilio again for whatever it has not said to be over.
 *
 * @param matchId - only rooms of this match; absent: of all
 * @param reason - kept on the rows of rooms that end by it
 * @throws ApiError `not_configured`, or `provider_error` when Twilio cannot do it; the rows are right
 *   by then
 * @throws PostgrestError when the database does not answer
 */
export async function removeFromRooms(
  profileIds: readonly string[],
  matchId?: string,
  reason?: EndReason,
): Promise<void> {
  const found = await Promise.all(profileIds.map((id) => expel(id, matchId, reason)));
  const rooms = found.flat();
  // Both of a pair are in the same one.
  const over = new Set(rooms.filter(({ end }) => end === "room").map(({ sid }) => sid));
  await Promise.all([
    ...[...over].map(completeRoom),
    ...rooms
      .filter(({ sid }) => !over.has(sid))
      .map(({ sid, profileId }) => disconnectPerson(sid, profileId)),
  ]);
}

async function expel(profileId: string, matchId?: string, reason?: EndReason) {
  const { data: rooms } = await adminClient()
    .rpc("expel_from_rooms", { p_profile_id: profileId, p_match_id: matchId, p_reason: reason })
    .throwOnError();
  return rooms.map((room) => ({
    sid: room.provider_sid,
    end: ends.parse(room.ends),
    profileId,
  }));
}

/**
 * Ends the rooms of a match for everybody.
 *
 * @throws as removeFromRooms
 */
export async function endRooms(matchId: string, reason?: EndReason): Promise<void> {
  const { data: sids } = await adminClient()
    .rpc("close_rooms", { p_match_id: matchId, p_reason: reason })
    .throwOnError();
  await Promise.all(sids.map(completeRoom));
}
