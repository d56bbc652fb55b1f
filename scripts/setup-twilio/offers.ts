import type { Twilio } from "twilio";
import { found } from "./found.ts";
import { SetupProblem } from "./step.ts";

/** The kinds in the order in which they are looked for, by their names in the Pricing API. */
const kinds = ["local", "mobile", "toll free"] as const;

export interface Offer {
  /** E.164 */
  number: string;
  /** Such as `US local, 1.15 USD a month`. */
  description: string;
}

/**
 * Numbers for sale that need no address on file.
 *
 * @param country - ISO code
 * @param needsTexts - whether they must do SMS, beside voice
 * @throws SetupProblem when there are not as many as asked for
 */
export async function findOffers(
  client: Twilio,
  { country, needsTexts, count }: { country: string; needsTexts: boolean; count: number },
): Promise<Offer[]> {
  for (const kind of kinds) {
    const filter = {
      voiceEnabled: true,
      ...(needsTexts && { smsEnabled: true }),
      excludeAllAddressRequired: true,
      limit: count,
    };
    const numbers = (await found(() => list(client, country, kind, filter))) ?? [];
    if (numbers.length < count) continue;
    const price = await priceOf(client, country, kind);
    return numbers.map(({ phoneNumber }) => ({
      number: phoneNumber,
      description: `${country} ${kind}, ${price}`,
    }));
  }
  throw new SetupProblem(`There are no ${count} numbers of ${country} for sale. Try --country.`);
}

interface Filter {
  voiceEnabled: boolean;
  smsEnabled?: boolean;
  excludeAllAddressRequired: boolean;
  limit: number;
}

async function list(
  client: Twilio,
  country: string,
  kind: (typeof kinds)[number],
  filter: Filter,
): Promise<{ phoneNumber: string }[]> {
  const available = client.availablePhoneNumbers(country);
  if (kind === "local") return available.local.list(filter);
  return kind === "mobile" ? available.mobile.list(filter) : available.tollFree.list(filter);
}

async function priceOf(client: Twilio, country: string, kind: string): Promise<string> {
  const told = await found(() => client.pricing.v1.phoneNumbers.countries(country).fetch());
  const price = told?.phoneNumberPrices.find((each) => each.numberType === kind)?.currentPrice;
  return price === undefined ? "price unknown" : `${price} ${told?.priceUnit ?? ""} a month`;
}
