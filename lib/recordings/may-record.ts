import "server-only";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Whether everybody in a call has agreed, at this moment, that it is recorded.
 *
 * @param callSid - CallSid of the caller's leg
 * @throws PostgrestError when the database does not answer
 */
export async function mayRecord(callSid: string): Promise<boolean> {
  const { data } = await adminClient()
    .from("calls")
    .select("recording")
    .eq("provider_sid", callSid)
    .maybeSingle()
    .throwOnError();
  return data?.recording === "on";
}
