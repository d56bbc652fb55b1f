import "server-only";
import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { ApiError } from "@/lib/api/errors";
import { isMagicNumber } from "@/lib/phone/may-reach";

export interface ParsedPhone {
  e164: string;
  country: CountryCode;
}

/** Types that a person answers and that cost what a call or text costs. */
const ordinary: ReadonlySet<string | undefined> = new Set([
  "MOBILE",
  "FIXED_LINE",
  "FIXED_LINE_OR_MOBILE",
  "VOIP",
]);

const refusals: Record<string, string> = {
  PREMIUM_RATE: "a premium-rate number",
  SHARED_COST: "a shared-cost number",
  PERSONAL_NUMBER: "a personal forwarding number",
  TOLL_FREE: "a freephone number",
  UAN: "a company number",
  PAGER: "a pager",
  VOICEMAIL: "a voicemail number",
};

/**
 * A number as a person or a program writes it, with its country code, as E.164.
 *
 * The full metadata knows the type of every range, which the smaller sets do not. It takes the
 * fictional +1 NPA 555-01xx of the demo people for ordinary numbers, as they are in the plan.
 *
 * @param countries - where texts and calls may go
 * @throws ApiError `invalid_phone`, `premium_number` or `unsupported_country`, in words for a person
 */
export function parsePhone(text: string, countries: readonly CountryCode[]): ParsedPhone {
  const number = parsePhoneNumberFromString(text.trim(), { extract: false });
  if (!number?.isValid() || number.ext) {
    throw invalid("This is not a phone number. Write it with its country code: +1 415 555 0100.");
  }
  if (!isMagicNumber(number.number)) refuseType(number);
  const { country } = number;
  if (!country) {
    throw new ApiError(
      "unsupported_country",
      `Numbers that begin with +${number.countryCallingCode} belong to no country that we can reach.`,
      { fields: { phone: "is in no supported country" } },
    );
  }
  if (!countries.includes(country)) {
    const name = countryName(country);
    throw new ApiError("unsupported_country", `We cannot text or call numbers in ${name} yet.`, {
      fields: { phone: `is in ${name}, which is not supported` },
    });
  }
  return { e164: number.number, country };
}

function refuseType(number: PhoneNumber): void {
  const type = number.getType();
  if (ordinary.has(type)) return;
  const what = refusals[type ?? ""];
  if (!what) throw invalid("This number is not in use by any phone company.");
  throw new ApiError("premium_number", `This is ${what}. Please use your mobile or landline.`, {
    fields: { phone: `is ${what}` },
  });
}

function invalid(message: string): ApiError {
  return new ApiError("invalid_phone", message, { fields: { phone: "is not a phone number" } });
}

function countryName(country: CountryCode): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country;
}
