import "server-only";
import { ApiError } from "@/lib/api/errors";
import { type NumberView, numberColumns, presentNumber } from "@/lib/numbers/number-fields";
import { adminClient } from "@/lib/supabase/admin";

/** Said of numbers that are not there and of those of others, so that nobody learns which. */
export const noSuchNumber = () => new ApiError("not_found", "You have no such number.");

/**
 * A number of a person's own.
 *
 * @throws ApiError `not_found` for one that is not there, is released or belongs to somebody else
 * @throws PostgrestError when the database does not answer
 */
export async function findNumber(id: string, ownerId: string): Promise<NumberView> {
  const { data } = await adminClient()
    .from("phone_numbers")
    .select(numberColumns)
    .match({ id, owner_id: ownerId })
    .not("provider_sid", "is", null)
    .is("released_at", null)
    .maybeSingle()
    .throwOnError();
  if (!data) throw noSuchNumber();
  return presentNumber(data);
}
