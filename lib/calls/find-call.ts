import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import type { Database } from "@/lib/supabase/database.types";

interface Wanted {
  /** RoomSid, or CallSid of any leg: a callee's browser knows only its own. */
  sid: string;
  participantId: string;
}

/** What the API shows of a call. */
export const callColumns = `
  id, provider_sid, kind, match_id, caller_id, status, started_at, answered_at, ended_at,
  duration_seconds, end_reason:shown_end_reason, error_code, recording,
  dialled:dialled_numbers(number),
  participants:call_participants(
    profile_id, role, channel, status, joined_at, left_at, profile:profiles(display_name)
  )
` as const;

/**
 * A call with all its legs, for one who takes part in it.
 *
 * @param client - decides what can be seen: a person's own client, or the admin client
 * @throws ApiError `not_found` for a call that does not exist or is between others
 * @throws PostgrestError when the database does not answer
 */
export async function findCall(client: SupabaseClient<Database>, { sid, participantId }: Wanted) {
  const call = sid.startsWith("RM") ? await callOfRoom(client, sid) : await callOfLeg(client, sid);
  const takesPart = call?.participants.some(({ profile_id }) => profile_id === participantId);
  if (!call || !takesPart) throw new ApiError("not_found", "There is no such call.");
  return call;
}

async function callOfRoom(client: SupabaseClient<Database>, sid: string) {
  const { data } = await client
    .from("calls")
    .select(callColumns)
    .eq("provider_sid", sid)
    .maybeSingle()
    .throwOnError();
  return data;
}

async function callOfLeg(client: SupabaseClient<Database>, sid: string) {
  const { data } = await client
    .from("call_participants")
    .select(`call:calls!inner(${callColumns})`)
    .eq("leg_sid", sid)
    .maybeSingle()
    .throwOnError();
  return data?.call;
}
