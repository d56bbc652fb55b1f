import "server-only";
import { ApiError } from "@/lib/api/errors";
import { keyedHash } from "@/lib/keyed-hash";
import { asNumberError, notAvailable, wasAnswered } from "@/lib/numbers/number-errors";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import { isTwilioError } from "@/lib/twilio/rest-errors";

/** For whom a number is bought. */
export interface Purchase {
  ownerId: string;
  /** E.164 */
  number: string;
}

export type PurchaseOutcome =
  | { outcome: "bought"; sid: string }
  /** It is certain that nothing was bought. */
  | { outcome: "refused"; error: ApiError }
  /** It may have been bought, or be about to be. */
  | { outcome: "unknown"; error: ApiError };

/**
 * How a purchase is found again when its answer was lost: the number's friendly name at Twilio
 * tells for whom it was bought, to nobody but us.
 */
function tagOf({ ownerId, number }: Purchase): string {
  return `Duet ${keyedHash(`${ownerId}:${number}`).slice(0, 24)}`;
}

/**
 * Buys a number at Twilio, with our URLs set. A number that was bought by an earlier attempt whose
 * answer was lost counts as bought by this one.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export async function purchaseNumber(purchase: Purchase): Promise<PurchaseOutcome> {
  try {
    const { sid } = await twilioClient().incomingPhoneNumbers.create({
      phoneNumber: purchase.number,
      friendlyName: tagOf(purchase),
      voiceUrl: voiceCallbackUrl("incoming"),
      voiceMethod: "POST",
      voiceFallbackUrl: voiceCallbackUrl("fallback"),
      voiceFallbackMethod: "POST",
      statusCallback: voiceCallbackUrl("status"),
      statusCallbackMethod: "POST",
    });
    return { outcome: "bought", sid };
  } catch (failure) {
    const error = asNumberError(failure);
    if (wasRefused(failure)) return { outcome: "refused", error };
    const sid = await findPurchase(purchase).catch(() => undefined);
    if (sid) return { outcome: "bought", sid };
    const isCertain = sid === null && wasAnswered(failure);
    return { outcome: isCertain ? "refused" : "unknown", error };
  }
}

/** Whether a refusal says by itself that nothing was bought, now or before. */
function wasRefused(failure: unknown): boolean {
  if (failure instanceof ApiError) return true;
  const status = Reflect.get(Object(failure), "status");
  return wasAnswered(failure) && !isTwilioError(failure, notAvailable) && Number(status) < 500;
}

/**
 * Looks whether the account has a number that was bought for this person.
 *
 * @returns its SID; null when it has none
 * @throws ApiError as asNumberError makes them
 */
export async function findPurchase(purchase: Purchase): Promise<string | null> {
  const { number: phoneNumber } = purchase;
  const friendlyName = tagOf(purchase);
  try {
    const found = await twilioClient().incomingPhoneNumbers.list({
      ...{ phoneNumber, friendlyName, limit: 5 },
    });
    const ours = found.find(
      (each) => each.phoneNumber === phoneNumber && each.friendlyName === friendlyName,
    );
    return ours?.sid ?? null;
  } catch (error) {
    throw asNumberError(error);
  }
}
