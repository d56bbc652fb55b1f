import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ApiError } from "@/lib/api/errors";
import { type RuleView, ruleRow } from "@/lib/forwarding/rule-fields";
import type { Database } from "@/lib/supabase/database.types";

/** Said of rules that are not there and of those of others, so that nobody learns which. */
const noSuchRule = () => new ApiError("not_found", "You have no such rule.");

/**
 * The forwarding rules of one's own numbers: in the order in which they are tried, condition by
 * condition.
 *
 * @param client - of the person, who sees their own alone
 * @param numberId - all of one's numbers when absent
 * @throws PostgrestError when the database does not answer
 */
export async function listRules(
  client: SupabaseClient<Database>,
  numberId?: string,
): Promise<RuleView[]> {
  const query = client.from("forwarding_rules").select("*");
  const { data } = await (numberId ? query.eq("number_id", numberId) : query)
    .order("number_id")
    .order("condition")
    .order("position")
    .throwOnError();
  return data.map((row) => ruleRow.parse(row));
}

/**
 * One rule of one's own numbers.
 *
 * @throws ApiError `not_found`
 * @throws PostgrestError when the database does not answer
 */
export async function findRule(client: SupabaseClient<Database>, id: string): Promise<RuleView> {
  const { data } = await client
    .from("forwarding_rules")
    .select("*")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  if (!data) throw noSuchRule();
  return ruleRow.parse(data);
}
