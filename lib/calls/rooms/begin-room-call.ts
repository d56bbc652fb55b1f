import "server-only";
import { z } from "zod";
import { callRefusal } from "@/lib/calls/refusal";
import { type RoomKind, roomKind } from "@/lib/calls/rooms/find-room";
import { adminClient } from "@/lib/supabase/admin";

const begun = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("refused") }),
  callRefusal,
  z.object({
    outcome: z.enum(["dial", "joined", "busy", "over"]),
    call_id: z.uuid(),
    kind: roomKind,
    /** Somebody who is rung has browsers to be pushed. */
    alert: z.boolean(),
  }),
]);

interface WantedRoomCall {
  /** RoomSid of a room that is in progress at Twilio. */
  sid: string;
  kind: RoomKind;
  callerId: string;
  matchId: string;
}

/**
 * Opens the row of a room and rings the others, or joins the call that somebody else has opened in
 * it: one round trip.
 *
 * @returns `dial`, `joined`, `busy` (nobody is free; recorded), `over` (the call of this room has
 *   ended), `not_allowed`, `needs_consent` or `refused` (nothing of these three is recorded); after `busy` and `over` the room is to be completed
 * @throws PostgrestError when the database does not answer
 */
export async function beginRoomCall({ sid, kind, callerId, matchId }: WantedRoomCall) {
  const { data } = await adminClient()
    .rpc("begin_room_call", {
      p_provider_sid: sid,
      p_kind: kind,
      p_caller_id: callerId,
      p_match_id: matchId,
    })
    .throwOnError();
  return begun.parse(data);
}
