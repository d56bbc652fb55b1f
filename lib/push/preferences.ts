import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/supabase/database.types";

/** What a person wants to be notified of. */
export type NotificationPreferences = Omit<
  Database["public"]["Tables"]["notification_preferences"]["Row"],
  "profile_id"
>;

/** What holds for somebody who has said nothing. */
const usual: NotificationPreferences = {
  calls: true,
  missed_calls: true,
  messages: true,
  matches: true,
  show_preview: false,
  quiet_from: null,
  quiet_to: null,
  time_zone: "UTC",
};

/**
 * What the signed-in person wants to be notified of.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function readPreferences(
  client: SupabaseClient<Database>,
): Promise<NotificationPreferences> {
  const { data } = await client
    .from("notification_preferences")
    .select("calls, missed_calls, messages, matches, show_preview, quiet_from, quiet_to, time_zone")
    .maybeSingle()
    .throwOnError();
  return data ?? usual;
}
