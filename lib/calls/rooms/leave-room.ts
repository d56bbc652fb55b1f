import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { completeRoom, disconnectPerson } from "@/lib/calls/rooms/end-room";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.object({
  outcome: z.enum(["left", "declined", "joined", "over", "unknown"]),
  /** What is now to be ended at Twilio. */
  end: z.enum(["room", "participant"]).nullable(),
});

interface Leaving {
  /** RoomSid. */
  sid: string;
  profileId: string;
}

/**
 * A person leaves a room; who is still being rung declines. A pair's call ends with that, a group's
 * with its last member. A call that is over stays as it is.
 *
 * @throws ApiError `not_found` for a call that does not exist or is between others, or
 *   `provider_error` when Twilio cannot do it; the row is right by then
 * @throws PostgrestError when the database does not answer
 */
export async function leaveRoom(leaving: Leaving): Promise<void> {
  await step(leaving, false);
}

/**
 * A person who is rung declines. It has no effect for one who has joined, on this device or another.
 *
 * @returns whether they have declined, now or before
 * @throws as leaveRoom
 */
export async function declineRoom(leaving: Leaving): Promise<boolean> {
  return (await step(leaving, true)) === "declined";
}

async function step({ sid, profileId }: Leaving, decline: boolean) {
  const { data } = await adminClient()
    .rpc("leave_room_call", { p_provider_sid: sid, p_profile_id: profileId, p_decline: decline })
    .throwOnError();
  const { outcome, end } = answer.parse(data);
  if (outcome === "unknown") throw new ApiError("not_found", "There is no such call.");
  if (end === "room") await completeRoom(sid);
  if (end === "participant") await disconnectPerson(sid, profileId);
  return outcome;
}
