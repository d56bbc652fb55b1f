import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Range } from "./fiction.ts";

interface Place {
  locality: string;
  /** Postal abbreviation of the state or province. */
  region: string;
}

const place = (locality: string, region: string): Place => ({ locality, region });

/** Area codes whose places have a name here; the others are offered without one. */
const places: Readonly<Record<string, Place>> = {
  212: place("New York", "NY"),
  213: place("Los Angeles", "CA"),
  312: place("Chicago", "IL"),
  628: place("San Francisco", "CA"),
  206: place("Seattle", "WA"),
  617: place("Boston", "MA"),
  512: place("Austin", "TX"),
  303: place("Denver", "CO"),
  305: place("Miami", "FL"),
  503: place("Portland", "OR"),
  202: place("Washington", "DC"),
  702: place("Las Vegas", "NV"),
  416: place("Toronto", "ON"),
  514: place("Montreal", "QC"),
  604: place("Vancouver", "BC"),
  613: place("Ottawa", "ON"),
  403: place("Calgary", "AB"),
  902: place("Halifax", "NS"),
};

/** 415 is where the sandbox's telephones live; 533 is empty by Twilio's own definition. */
const kept = new Set(["415", "533"]);

const tollFreeCodes = ["800", "888", "877", "866", "855", "844", "833"];

/** The hundred numbers of each exchange 555 that are free for fiction: NXX 555 01XX. */
function fictionOf(areaCode: string): Range {
  return [`+1${areaCode}5550100`, `+1${areaCode}5550199`];
}

/** The toll free stock that both countries share. */
export const tollFree: readonly Range[] = tollFreeCodes.map(fictionOf);

/** The range of one area code; null when the code is kept back or not of that country. */
export function localRange(country: string, areaCode: string): Range | null {
  if (kept.has(areaCode) || tollFreeCodes.includes(areaCode)) return null;
  const range = fictionOf(areaCode);
  const number = parsePhoneNumberFromString(range[0]);
  // 500 is no place either, but Twilio documents that it has numbers.
  const isLocal = number?.getType() === "FIXED_LINE_OR_MOBILE" || areaCode === "500";
  return isLocal && number?.country === country ? range : null;
}

let byCountry: Record<string, readonly Range[]> | undefined;

/** Every area code of the US or CA, those with a name first. */
export function localRanges(country: string): readonly Range[] {
  const rest = Array.from({ length: 800 }, (_, n) => String(n + 200));
  byCountry ??= {};
  byCountry[country] ??= [...new Set([...Object.keys(places), ...rest])].flatMap((areaCode) => {
    const range = localRange(country, areaCode);
    return range ? [range] : [];
  });
  return byCountry[country];
}

/** Where a number of the plan is at home, when its area code is known here. */
export function placeOf(phoneNumber: string): Place | undefined {
  return places[phoneNumber.slice(2, 5)];
}
