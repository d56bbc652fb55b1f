import "server-only";
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

export interface Country {
  code: CountryCode;
  /** English name. */
  name: string;
  /** Calling code, like +44. */
  dial: string;
}

/** Every country with telephones, by name. Made on the server, so that browsers need not agree. */
export function countryChoices(): Country[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return getCountries()
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      dial: `+${getCountryCallingCode(code)}`,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/**
 * The country that a browser's language settings suggest.
 *
 * @param acceptLanguage - the header, like "en-GB,en;q=0.9"
 * @returns the region of the first language that names one, else US
 */
export function suggestedCountry(acceptLanguage: string | null): CountryCode {
  const regions = (acceptLanguage ?? "").matchAll(/\b[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/gi);
  for (const [, region] of regions) {
    const code = getCountries().find((country) => country === region?.toUpperCase());
    if (code) return code;
  }
  return "US";
}

/** The country that a number belongs to; null when that cannot be told. @param e164 - E.164 */
export function countryOf(e164: string): CountryCode | null {
  return parsePhoneNumberFromString(e164)?.country ?? null;
}
