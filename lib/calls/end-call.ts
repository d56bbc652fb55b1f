import "server-only";
import { findCall } from "@/lib/calls/find-call";
import { reconcileCall } from "@/lib/calls/reconcile/call";
import { leaveRoom } from "@/lib/calls/rooms/leave-room";
import { adminClient } from "@/lib/supabase/admin";
import { Constants, type Database } from "@/lib/supabase/database.types";
import { twilioClient } from "@/lib/twilio/client";
import {
  asApiError,
  callNotInProgress,
  isTwilioError,
  resourceNotFound,
} from "@/lib/twilio/rest-errors";

type EndReason = Database["public"]["Enums"]["call_end_reason"];

const statuses = Constants.public.Enums.call_status;
const liveStatuses = statuses.slice(0, statuses.indexOf("completed"));

/**
 * Hangs a voice call up for both sides. One that is over at Twilio already, or unknown there, is
 * brought up to date, since no callback will do it any more.
 *
 * @param sid - CallSid of the caller's leg
 */
export async function hangUpCall(sid: string): Promise<void> {
  try {
    await twilioClient().calls(sid).update({ status: "completed" });
  } catch (error) {
    if (!isTwilioError(error, resourceNotFound, callNotInProgress)) throw asApiError(error);
    await reconcileCall(sid);
  }
}

/**
 * A person hangs up: a call of voice or telephone ends for both sides; a room they leave.
 *
 * @param sid - CallSid of any leg, or RoomSid
 * @throws ApiError `not_found` for a call that is not theirs, `not_configured`, or `provider_error`
 *   when Twilio cannot do it
 * @throws PostgrestError when the database does not answer
 */
export async function hangUp(sid: string, profileId: string): Promise<void> {
  if (sid.startsWith("RM")) return leaveRoom({ sid, profileId });
  // By the admin client, since a block hides a call from those who are still in it.
  const call = await findCall(adminClient(), { sid, participantId: profileId });
  if (call.ended_at === null) await hangUpCall(call.provider_sid);
}

/**
 * Ends whatever calls by voice or telephone two people have with each other, telling first why: the row then keeps
 * this reason whatever the callbacks say. Call it after the reason itself is on record, so that no
 * new call can begin meanwhile.
 *
 * @returns how many calls it ended
 * @throws ApiError `not_configured`, or `provider_error` when Twilio cannot do it; the reason is on
 *   the rows by then
 * @throws PostgrestError when the database does not answer
 */
export async function endCallsBetween(a: string, b: string, reason: EndReason): Promise<number> {
  const db = adminClient();
  const { data: live } = await db
    .from("calls")
    .select("id, callee:call_participants!inner(profile_id)")
    .like("provider_sid", "CA%")
    .in("status", liveStatuses)
    .in("caller_id", [a, b])
    .eq("callee.role", "callee")
    .in("callee.profile_id", [a, b])
    .throwOnError();
  if (live.length === 0) return 0;

  const { data: ended } = await db
    .from("calls")
    .update({ end_reason: reason })
    .in(
      "id",
      live.map(({ id }) => id),
    )
    .in("status", liveStatuses)
    .select("provider_sid")
    .throwOnError();
  await Promise.all(ended.map(({ provider_sid }) => hangUpCall(provider_sid)));
  return ended.length;
}
