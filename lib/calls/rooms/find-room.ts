import "server-only";
import { z } from "zod";
import { callRefusal } from "@/lib/calls/refusal";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const { match_kind } = Constants.public.Enums;

/** Kinds of call that are rooms; a voice call in one has the cameras off. */
export const roomKind = z.enum(["voice", "video"]);
export type RoomKind = z.infer<typeof roomKind>;

const found = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("refused") }),
  callRefusal,
  z.object({
    outcome: z.literal("live"),
    sid: z.string(),
    call_id: z.uuid(),
    kind: roomKind,
    /** Nobody is known to be in it, so it may be over. */
    doubtful: z.boolean(),
  }),
  z.object({ outcome: z.literal("none"), match_kind: z.enum(match_kind) }),
]);
export type FoundRoom = z.infer<typeof found>;

/**
 * Whether a person may be in a room of a match, and the match's live room: one round trip.
 *
 * @param kind - of the call that the person would begin where there is none
 * @throws PostgrestError when the database does not answer
 */
export async function findRoom(
  matchId: string,
  profileId: string,
  kind: RoomKind,
): Promise<FoundRoom> {
  const { data } = await adminClient()
    .rpc("find_room", { p_match_id: matchId, p_profile_id: profileId, p_kind: kind })
    .throwOnError();
  return found.parse(data);
}
