import "server-only";
import { z } from "zod";
import { numbersPerPerson } from "@/lib/numbers/number-service";
import { findPurchase, type Purchase } from "@/lib/numbers/purchase";
import { adminClient } from "@/lib/supabase/admin";

const place = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["reserved", "owned"]), id: z.uuid() }),
  z.object({ outcome: z.enum(["under-way", "taken", "limit", "no-profile"]) }),
]);

/** After this time nobody is waiting for the answer to a purchase any more. */
const claimMs = 60_000;

/**
 * Keeps a place for a number among a person's, before it is bought.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function reserveNumber(wanted: Purchase & { country: string; name: string }) {
  const { data } = await adminClient()
    .rpc("reserve_number", {
      p_owner_id: wanted.ownerId,
      p_number: wanted.number,
      p_country: wanted.country,
      p_name: wanted.name,
      p_max: numbersPerPerson(),
    })
    .throwOnError();
  return place.parse(data);
}

/** Marks the number of a place as bought. @throws PostgrestError when the database does not answer */
export async function completeReservation(id: string, sid: string): Promise<void> {
  await adminClient()
    .from("phone_numbers")
    .update({ provider_sid: sid, claimed_at: null })
    .eq("id", id)
    .throwOnError();
}

/** Gives a place up. @throws PostgrestError when the database does not answer */
export async function freeReservation(id: string): Promise<void> {
  await adminClient()
    .from("phone_numbers")
    .delete()
    .eq("id", id)
    .is("provider_sid", null)
    .throwOnError();
}

/**
 * Finds out what became of a person's purchases whose end nobody saw: each is completed, or its
 * place is free again.
 *
 * @returns how many there were
 * @throws ApiError `unavailable` or `provider_error` when Twilio does not tell
 * @throws PostgrestError when the database does not answer
 */
export async function settleReservations(ownerId: string): Promise<number> {
  const { data: left } = await adminClient()
    .from("phone_numbers")
    .select("id, number")
    .eq("owner_id", ownerId)
    .is("provider_sid", null)
    .is("released_at", null)
    .lt("claimed_at", new Date(Date.now() - claimMs).toISOString())
    .throwOnError();
  for (const { id, number } of left) {
    const sid = await findPurchase({ ownerId, number });
    await (sid ? completeReservation(id, sid) : freeReservation(id));
  }
  return left.length;
}
