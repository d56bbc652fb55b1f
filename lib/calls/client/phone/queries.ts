import type { SupabaseClient } from "@supabase/supabase-js";
import { type PhoneCall, phoneCallOf } from "@/lib/calls/client/phone/phone-call";
import type { Database } from "@/lib/supabase/database.types";

const columns = `
  id, provider_sid, match_id, caller_id, status, answered_at, ended_at,
  end_reason:shown_end_reason,
  legs:call_participants(profile_id, role, channel, status, joined_at, profile:profiles(id, display_name)),
  dialled:dialled_numbers(number)
` as const;

/**
 * The call that the signed-in person has on their telephone now, or how the one that they had ended.
 *
 * @param me - profile id of the signed-in person
 * @param lastId - the call that is shown, which is wanted even when it is over
 * @throws PostgrestError
 */
export async function fetchPhoneCall(
  client: SupabaseClient<Database>,
  me: string,
  lastId: string | null,
): Promise<PhoneCall | null> {
  const { data } = await client
    .from("calls")
    .select(columns)
    .eq("kind", "phone")
    .or(`status.in.(queued,initiated,ringing,in-progress)${lastId ? `,id.eq.${lastId}` : ""}`)
    .order("started_at", { ascending: false })
    .limit(10)
    .throwOnError();
  const calls = data.flatMap((row) => phoneCallOf(row, me) ?? []);
  const live = calls.find(({ phase }) => phase !== "ended");
  const found = live ?? calls.find(({ id }) => id === lastId) ?? null;
  if (!found?.dialled) return found;
  // How numbers are written in every country is fetched when there is one to write.
  const { displayPhone } = await import("@/lib/phone/draft");
  return { ...found, dialled: displayPhone(found.dialled) };
}
