import "server-only";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { env } from "@/lib/env";
import { adminClient } from "@/lib/supabase/admin";

let stocked: Promise<unknown> | undefined;

/**
 * The numbers that may be lent to pairs, each with a row in the database. A number that has left
 * the environment keeps its row, for the calls of the past, and is lent no more.
 *
 * @returns E.164; none without telephony
 * @throws PostgrestError when the database does not answer
 */
export async function poolNumbers(): Promise<string[]> {
  const numbers = env().telephony?.poolNumbers ?? [];
  if (numbers.length === 0) return [];
  stocked ??= stock(numbers);
  try {
    await stocked;
  } catch (error) {
    stocked = undefined;
    throw error;
  }
  return numbers;
}

async function stock(numbers: string[]): Promise<void> {
  await adminClient()
    .rpc("stock_pool", {
      p_numbers: numbers,
      // Numbers such as Twilio's own for tests belong to no country; they look American.
      p_countries: numbers.map((number) => parsePhoneNumberFromString(number)?.country ?? "US"),
    })
    .throwOnError();
}
