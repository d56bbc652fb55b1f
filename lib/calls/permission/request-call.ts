import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";
import { pushCallRequest } from "@/lib/calls/permission/push-request";
import { noSuchMatch } from "@/lib/calls/permission/set-permission";
import { callRefusal, refusalError } from "@/lib/calls/refusal";
import type { RoomKind } from "@/lib/calls/rooms/find-room";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("asked"),
    callee_id: z.uuid(),
    asker_name: z.string(),
    /** The other hears of it now; else it stands already, or they said "not now" within a day. */
    is_new: z.boolean(),
  }),
  z.object({ outcome: z.literal("allowed") }),
  callRefusal.extend({ outcome: z.literal("not_allowed") }),
  z.object({ outcome: z.literal("unknown") }),
]);

// Asking, taking back and asking again must not make the other's phone beep each time.
const limit = { name: "call-request-match", max: 6, windowSeconds: 86_400 };

interface Request {
  /** Who asks. */
  profileId: string;
  matchId: string;
  kind: RoomKind;
}

/**
 * Asks the other person of a pair match to allow calls. Who asks may be called back in the same
 * way. A repeat of an open request changes nothing.
 *
 * @returns `asked`, or `allowed` when there is nothing to ask for
 * @throws ApiError `not_found` unless it is a live pair match of this person, `calls_off` when the
 *   other wants no calls in it, `rate_limited` after 6 times a day
 * @throws PostgrestError when the database does not answer
 */
export async function requestCall({
  profileId,
  matchId,
  kind,
}: Request): Promise<"asked" | "allowed"> {
  await consume(limit, `${profileId}:${matchId}`);
  const { data } = await adminClient()
    .rpc("request_call", { p_profile_id: profileId, p_match_id: matchId, p_kind: kind })
    .throwOnError();
  const result = answer.parse(data);
  if (result.outcome === "unknown") throw noSuchMatch();
  if (result.outcome === "not_allowed") throw refusalError(result);
  if (result.outcome === "asked" && result.is_new) {
    const { callee_id: to, asker_name: fromName } = result;
    pushCallRequest({ matchId, from: profileId, to, fromName, kind });
  }
  return result.outcome;
}

/**
 * Answers what the other person of a pair match has asked. Allowed, they may call in that way from
 * now on; not now, they are not told, and cannot ask again for 24 hours.
 *
 * @throws ApiError `not_found` when nothing is asked any more
 * @throws PostgrestError when the database does not answer
 */
export async function answerCallRequest(
  profileId: string,
  matchId: string,
  allow: boolean,
): Promise<void> {
  const { data } = await adminClient()
    .rpc("answer_call_request", { p_profile_id: profileId, p_match_id: matchId, p_allow: allow })
    .throwOnError();
  if (data === "unknown") throw new ApiError("not_found", "Nothing is asked any more.");
}

/**
 * Takes a person's own request back, or puts its answer away. Without one it changes nothing.
 *
 * @throws ApiError `not_found` unless it is a live pair match of this person
 * @throws PostgrestError when the database does not answer
 */
export async function withdrawCallRequest(profileId: string, matchId: string): Promise<void> {
  const { data: isDone } = await adminClient()
    .rpc("withdraw_call_request", { p_profile_id: profileId, p_match_id: matchId })
    .throwOnError();
  if (!isDone) throw noSuchMatch();
}
