import "server-only";
import type { Caller } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { endCallsBetween } from "@/lib/calls/end-call";
import { removeFromRooms } from "@/lib/calls/rooms/remove-from-rooms";

interface Block {
  /** Acts as the blocker. */
  supabase: Caller["supabase"];
  blockerId: string;
  blockedId: string;
}

const uniqueViolation = "23505";
const foreignKeyViolation = "23503";
const checkViolation = "23514";

/**
 * Blocks a person, then ends the calls that the two are in, and takes them out of rooms
 * that the block has closed to them. Blocking twice is blocking once.
 *
 * @throws ApiError `not_found` without such a profile, `invalid_request` for oneself; when a call
 *   cannot be ended what `endCallsBetween` throws, and the block stands
 */
export async function blockPerson({ supabase, blockerId, blockedId }: Block): Promise<void> {
  const { error } = await supabase
    .from("blocks")
    .insert({ blocker_id: blockerId, blocked_id: blockedId });
  if (error?.code === foreignKeyViolation) {
    throw new ApiError("not_found", "There is no such person.", { cause: error });
  }
  if (error?.code === checkViolation) {
    throw new ApiError("invalid_request", "You cannot block yourself.", { cause: error });
  }
  if (error && error.code !== uniqueViolation) throw error;
  await Promise.all([
    endCallsBetween(blockerId, blockedId, "blocked"),
    removeFromRooms([blockerId, blockedId], undefined, "blocked"),
  ]);
}
