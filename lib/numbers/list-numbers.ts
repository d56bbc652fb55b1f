import "server-only";
import { log } from "@/lib/log";
import { type NumberView, numberColumns, presentNumber } from "@/lib/numbers/number-fields";
import { settleReservations } from "@/lib/numbers/reservation";
import { adminClient } from "@/lib/supabase/admin";

/**
 * A person's own numbers, oldest first. Purchases whose end nobody saw are settled on the way.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function listNumbers(ownerId: string): Promise<NumberView[]> {
  const rows = await ownRows(ownerId);
  if (rows.every(({ provider_sid }) => provider_sid)) return rows.map(presentNumber);
  try {
    await settleReservations(ownerId);
  } catch (error) {
    // They are settled another time; what is there can be shown now.
    log.warn({ error }, "purchases of numbers not settled");
  }
  return (await ownRows(ownerId)).filter(({ provider_sid }) => provider_sid).map(presentNumber);
}

async function ownRows(ownerId: string) {
  const { data } = await adminClient()
    .from("phone_numbers")
    .select(`${numberColumns}, provider_sid`)
    .eq("owner_id", ownerId)
    .is("released_at", null)
    .order("created_at")
    .throwOnError();
  return data;
}
