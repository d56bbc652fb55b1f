import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { findRule } from "@/lib/forwarding/list-rules";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

/**
 * Deletes a rule of one's own numbers.
 *
 * @param client - of the person, who sees their own alone
 * @throws ApiError `not_found`
 * @throws PostgrestError when the database does not answer
 */
export async function deleteRule(client: SupabaseClient<Database>, id: string): Promise<void> {
  await findRule(client, id);
  await adminClient().from("forwarding_rules").delete().eq("id", id).throwOnError();
}
