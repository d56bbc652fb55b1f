import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import type { Database } from "@/lib/supabase/database.types";

interface Wanted {
  /** CallSid of any leg: a callee's browser knows only its own. */
  sid: string;
  participantId: string;
}

/**
 * What is to be hung up, for one who takes part in it.
 *
 * @param client - decides what can be seen: a person's own client, or the admin client
 * @throws ApiError `not_found` for a call that does not exist or is between others
 * @throws PostgrestError when the database does not answer
 */
export async function findCall(client: SupabaseClient<Database>, { sid, participantId }: Wanted) {
  const { data } = await client
    .from("call_participants")
    .select("call:calls!inner(provider_sid, ended_at, participants:call_participants(profile_id))")
    .eq("leg_sid", sid)
    .maybeSingle()
    .throwOnError();
  const takesPart = data?.call.participants.some(({ profile_id }) => profile_id === participantId);
  if (!data || !takesPart) throw new ApiError("not_found", "There is no such call.");
  return data.call;
}
