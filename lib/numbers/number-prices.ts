import "server-only";
import { log } from "@/lib/log";
import type { NumberType } from "@/lib/numbers/number-fields";
import { twilioClient } from "@/lib/twilio/client";

/** A month's price as Twilio lists it. */
interface MonthlyPrice {
  /** Decimal, like "1.15". */
  amount: string;
  /** ISO code of the currency. */
  currency: string;
}

type Prices = Partial<Record<NumberType, MonthlyPrice>>;

const keepMs = 3_600_000;
const kept = new Map<string, { prices: Prices; until: number }>();
const typeOf: Record<string, NumberType> = {
  local: "local",
  mobile: "mobile",
  "toll free": "tollFree",
};

/**
 * What numbers of a country cost a month; remembered for an hour. Without prices numbers can be
 * chosen all the same, so a failure leaves them out.
 * https://www.twilio.com/docs/phone-numbers/pricing
 */
export async function monthlyPrices(country: string, now = Date.now()): Promise<Prices> {
  const known = kept.get(country);
  if (known && known.until > now) return known.prices;
  try {
    const found = await twilioClient().pricing.v1.phoneNumbers.countries(country).fetch();
    const currency = found.priceUnit.toUpperCase();
    const prices: Prices = {};
    for (const { numberType, currentPrice } of found.phoneNumberPrices) {
      const type = typeOf[numberType ?? ""];
      if (type && currentPrice !== undefined) {
        prices[type] = { amount: Number(currentPrice).toFixed(2), currency };
      }
    }
    kept.set(country, { prices, until: now + keepMs });
    return prices;
  } catch (error) {
    log.warn({ country, error }, "no prices of numbers");
    return {};
  }
}
