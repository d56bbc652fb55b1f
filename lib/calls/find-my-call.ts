import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import { type CallRow, readCallRow } from "@/lib/calls/call-view";
import type { Database } from "@/lib/supabase/database.types";

/**
 * A call out of a person's own history, whether or not they can still reach who else was in it.
 *
 * @param client - the person's own
 * @param sid - RoomSid, or CallSid of any leg: a callee's browser knows only its own
 * @throws ApiError `not_found` for a call that does not exist or is between others
 * @throws PostgrestError when the database does not answer
 */
export async function findMyCall(client: SupabaseClient<Database>, sid: string): Promise<CallRow> {
  const { data } = await client.rpc("find_call", { p_sid: sid }).throwOnError();
  if (data === null) throw new ApiError("not_found", "There is no such call.");
  return readCallRow(data);
}
