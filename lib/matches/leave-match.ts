import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { endCallsBetween } from "@/lib/calls/end-call";
import { endRooms, removeFromRooms } from "@/lib/calls/rooms/remove-from-rooms";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("unknown") }),
  z.object({
    outcome: z.literal("left"),
    kind: z.enum(["pair", "group"]),
    ended: z.boolean(),
    others: z.array(z.uuid()),
  }),
]);

/**
 * Ends a pair match for both, or takes the person out of a group; then out of its calls. Leaving
 * twice is leaving once, and ends what calls are left.
 *
 * @throws ApiError `not_found` for a match that the person never belonged to; when a call cannot be
 *   ended what `endCallsBetween` and `endRooms` throw, and the match is left
 * @throws PostgrestError when the database does not answer
 */
export async function leaveMatch(profileId: string, matchId: string): Promise<void> {
  const { data } = await adminClient()
    .rpc("leave_match", { p_profile_id: profileId, p_match_id: matchId })
    .throwOnError();
  const left = answer.parse(data);
  if (left.outcome === "unknown") throw new ApiError("not_found", "There is no such match.");
  const voiceCalls = left.kind === "pair" ? left.others : [];
  await Promise.all([
    left.ended ? endRooms(matchId) : removeFromRooms([profileId], matchId),
    ...voiceCalls.map((other) => endCallsBetween(profileId, other, "hangup")),
  ]);
}
