import "server-only";
import { hangUpCall } from "@/lib/calls/end-call";
import { removeFromRooms } from "@/lib/calls/rooms/remove-from-rooms";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const statuses = Constants.public.Enums.call_status;
const liveStatuses = statuses.slice(0, statuses.indexOf("completed"));

/**
 * Ends every call that a person is in, of whatever kind. Call it once they are away on record, so
 * that no new one can begin meanwhile.
 *
 * @throws ApiError `not_configured`, or `provider_error` when Twilio cannot do it; a repeat asks again
 * @throws PostgrestError when the database does not answer
 */
export async function endCallsOf(profileId: string): Promise<void> {
  const { data: live } = await adminClient()
    .from("calls")
    .select("provider_sid, mine:call_participants!inner(profile_id)")
    .like("provider_sid", "CA%")
    .in("status", liveStatuses)
    .eq("mine.profile_id", profileId)
    .throwOnError();
  await Promise.all([
    ...live.map(({ provider_sid }) => hangUpCall(provider_sid)),
    removeFromRooms([profileId]),
  ]);
}
