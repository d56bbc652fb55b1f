import "server-only";
import { noSuchNumber } from "@/lib/numbers/find-number";
import { type NumberView, numberColumns, presentNumber } from "@/lib/numbers/number-fields";
import { adminClient } from "@/lib/supabase/admin";

interface Change {
  id: string;
  ownerId: string;
  name?: string | undefined;
  /** Null for the usual words. */
  greeting?: string | null | undefined;
}

/**
 * Changes what a person's number is called and what its callers hear; what is absent stays.
 *
 * @throws ApiError `not_found`
 * @throws PostgrestError when the database does not answer
 */
export async function updateNumber({ id, ownerId, name, greeting }: Change): Promise<NumberView> {
  const { data } = await adminClient()
    .from("phone_numbers")
    // Naming a column keeps a change of nothing a change: it answers the number as it is.
    .update({ owner_id: ownerId, name, greeting })
    .match({ id, owner_id: ownerId })
    .not("provider_sid", "is", null)
    .is("released_at", null)
    .select(numberColumns)
    .maybeSingle()
    .throwOnError();
  if (!data) throw noSuchNumber();
  return presentNumber(data);
}
