import "server-only";
import type { CountryCode } from "libphonenumber-js";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";

/** How many numbers a person may have; 0 when numbers are not offered at all. */
export function numbersPerPerson(): number {
  return env().telephony?.numbersPerPerson ?? 0;
}

/** @throws ApiError `not_configured` where nobody gets a number of their own */
export function requireNumbersOffered(): void {
  if (numbersPerPerson() > 0) return;
  throw new ApiError("not_configured", "Numbers of your own are not offered here.");
}

/** @throws ApiError `unsupported_country` */
export function requireCountry(country: string): CountryCode {
  const allowed = env().outbound.countries.find((code) => code === country);
  if (allowed) return allowed;
  throw new ApiError("unsupported_country", "Numbers of this country are not offered.", {
    fields: { country: "is not offered" },
  });
}

/**
 * A number that somebody wants to have, as E.164. Which ones exist is Twilio's to say: some that are
 * sold are in no plan that we know.
 *
 * @throws ApiError `invalid_phone`, `unsupported_country`, or `number_taken` for numbers that serve
 *   everybody here
 */
export function readWantedNumber(text: string): { e164: string; country: CountryCode } {
  const number = parsePhoneNumberFromString(text.trim(), { extract: false });
  if (!number?.isPossible() || number.ext) {
    throw new ApiError("invalid_phone", "Choose one of the numbers that the search has found.", {
      fields: { phoneNumber: "is not a phone number in E.164" },
    });
  }
  const { mainNumber, poolNumbers = [] } = env().telephony ?? {};
  if ([mainNumber, ...poolNumbers].includes(number.number)) {
    throw new ApiError("number_taken", "This number is gone. Please choose another.");
  }
  const candidates = number.country ? [number.country] : number.getPossibleCountries();
  const allowed = candidates.find((code) => env().outbound.countries.includes(code));
  return { e164: number.number, country: allowed ?? requireCountry(candidates[0] ?? "") };
}
