import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { fiction, type NumberType, type Range } from "./fiction.ts";
import { localRange, localRanges, placeOf, tollFree } from "./north-america.ts";
import type { Capabilities } from "./numbers.ts";

/** A number that can be bought. */
export interface Offer {
  /** E.164 */
  phoneNumber: string;
  country: string;
  type: NumberType;
  locality: string | null;
  /** State or province; North America only. */
  region: string | null;
  capabilities: Capabilities;
}

const northAmerica = ["US", "CA"];
const types: readonly NumberType[] = ["Local", "Mobile", "TollFree"];

/** ISO codes of the countries that are served. */
export const servedCountries: readonly string[] = [...northAmerica, ...Object.keys(fiction)];

/** The kinds of numbers a country has; empty for one that is not served. */
export function typesOf(country: string): readonly NumberType[] {
  if (northAmerica.includes(country)) return ["Local", "TollFree"];
  return types.filter((type) => fiction[country]?.[type]);
}

/**
 * The whole stock of one kind, a number of each place in turn, always in the same order.
 * @param areaCode three digits, of use in the US and CA only, as Twilio's is
 */
export function* stock(country: string, type: NumberType, areaCode?: string): Generator<Offer> {
  const ranges = rangesOf(country, type, areaCode).map(([first, last, locality]) => ({
    locality,
    first: BigInt(first.slice(1)),
    size: Number(BigInt(last.slice(1)) - BigInt(first.slice(1))) + 1,
  }));
  const longest = Math.max(0, ...ranges.map(({ size }) => size));
  for (let index = 0; index < longest; index += 1) {
    for (const { first, size, locality } of ranges) {
      if (index >= size) continue;
      // Prime to every range's size, so that neighbours in the list are not neighbours in the plan.
      const number = first + BigInt((index * 37 + 23) % size);
      yield offer(`+${number}`, country, type, locality);
    }
  }
}

/** The offer of exactly this number; undefined when it is not in stock anywhere. */
export function offerOf(phoneNumber: string): Offer | undefined {
  const country = parsePhoneNumberFromString(phoneNumber)?.country;
  const areaCode = /^\+1(\d{3})/.exec(phoneNumber)?.[1];
  const countries = country ? [country] : servedCountries;
  for (const each of countries) {
    for (const type of typesOf(each)) {
      const range = rangesOf(each, type, areaCode).find(
        ([first, last]) =>
          first.length === phoneNumber.length && first <= phoneNumber && phoneNumber <= last,
      );
      if (range) return offer(phoneNumber, each, type, range[2]);
    }
  }
  return undefined;
}

function rangesOf(country: string, type: NumberType, areaCode?: string): readonly Range[] {
  if (!northAmerica.includes(country)) return fiction[country]?.[type] ?? [];
  if (type === "TollFree") {
    return tollFree.filter(([first]) => !areaCode || first.startsWith(`+1${areaCode}`));
  }
  if (!areaCode) return localRanges(country);
  const range = localRange(country, areaCode);
  return range ? [range] : [];
}

function offer(phoneNumber: string, country: string, type: NumberType, town?: string): Offer {
  const isNorthAmerican = northAmerica.includes(country);
  const home = isNorthAmerican && type === "Local" ? placeOf(phoneNumber) : undefined;
  const locality = home?.locality ?? town ?? null;
  // Outside North America only mobile numbers take texts.
  const sms = isNorthAmerican || type === "Mobile";
  const capabilities = { voice: true, sms, mms: isNorthAmerican, fax: false };
  return { phoneNumber, country, type, locality, region: home?.region ?? null, capabilities };
}
