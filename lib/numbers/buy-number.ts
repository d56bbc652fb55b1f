import "server-only";
import { ApiError } from "@/lib/api/errors";
import { findNumber } from "@/lib/numbers/find-number";
import type { NumberView } from "@/lib/numbers/number-fields";
import {
  numbersPerPerson,
  readWantedNumber,
  requireNumbersOffered,
} from "@/lib/numbers/number-service";
import { purchaseNumber } from "@/lib/numbers/purchase";
import {
  completeReservation,
  freeReservation,
  reserveNumber,
  settleReservations,
} from "@/lib/numbers/reservation";

interface Wanted {
  ownerId: string;
  /** With its country code. */
  phoneNumber: string;
  name: string;
}

/**
 * Buys a number for a person. Their place for it is kept first, so that requests at the same time
 * do not pass the limit together, and given up when Twilio does not sell. Asking again for a number
 * that one has answers that number.
 *
 * @throws ApiError `not_configured`, `invalid_phone`, `unsupported_country`, `number_taken`,
 *   `limit_reached`, `conflict` while another request buys it, `forbidden` without a profile, or
 *   what Twilio's refusal amounts to; nothing is bought then, or `unavailable` says so
 * @throws PostgrestError when the database does not answer
 */
export async function buyNumber({ ownerId, phoneNumber, name }: Wanted): Promise<NumberView> {
  requireNumbersOffered();
  const { e164: number, country } = readWantedNumber(phoneNumber);
  const wanted = { ownerId, number, country, name };
  let place = await reserveNumber(wanted);
  if (place.outcome === "limit" && (await settleReservations(ownerId)) > 0) {
    place = await reserveNumber(wanted);
  }
  if (!("id" in place)) throw refusal(place.outcome);
  if (place.outcome === "reserved") await buy(place.id, { ownerId, number });
  return findNumber(place.id, ownerId);
}

async function buy(id: string, wanted: { ownerId: string; number: string }): Promise<void> {
  const purchase = await purchaseNumber(wanted);
  switch (purchase.outcome) {
    case "bought":
      return completeReservation(id, purchase.sid);
    case "refused":
      await freeReservation(id);
      throw purchase.error;
    case "unknown":
      // The place stays until it is known: else the number could be paid for and belong to nobody.
      throw purchase.error;
  }
}

function refusal(outcome: "under-way" | "taken" | "limit" | "no-profile"): ApiError {
  switch (outcome) {
    case "under-way":
      return new ApiError("conflict", "This number is being bought. Look again in a minute.");
    case "taken":
      return new ApiError("number_taken", "This number is gone. Please choose another.");
    case "limit": {
      const most = numbersPerPerson();
      return new ApiError(
        "limit_reached",
        `You can have ${most === 1 ? "one number" : `${most} numbers`}. Release one to get another.`,
      );
    }
    case "no-profile":
      return new ApiError("forbidden", "Make your profile first.");
  }
}
