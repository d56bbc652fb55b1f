import {
  AsYouType,
  type CountryCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/min";

/** What the number field holds. */
export interface PhoneDraft {
  /** As shown. */
  text: string;
  country: CountryCode;
}

/**
 * Takes in what was typed or pasted: `+44...`, `0044...`, `tel:` links and other scripts' digits
 * all work, and a country code in the text chooses the country. It formats only while the number
 * grows, because formatting under a deleting finger puts back what it removes.
 */
export function typePhone(before: PhoneDraft, raw: string): PhoneDraft {
  const text = clean(raw);
  const grows = digitsOf(text).length > digitsOf(before.text).length;
  const typed = new AsYouType(before.country);
  const formatted = typed.input(text);
  const country = text.startsWith("+") ? (typed.getCountry() ?? before.country) : before.country;
  return { text: grows && formatted !== "" ? formatted : text, country };
}

/** The number in E.164, or a sentence that says what is wrong with it. */
export function readPhone(
  { text, country }: PhoneDraft,
  countryName: string,
): { e164: string } | { problem: string } {
  if (digitsOf(text) === "") return { problem: "Enter your phone number." };
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (number?.isPossible()) return { e164: number.number };
  switch (validatePhoneNumberLength(text, country)) {
    case "TOO_SHORT":
      return { problem: `This number is too short for ${countryName}.` };
    case "TOO_LONG":
      return { problem: `This number is too long for ${countryName}.` };
    default:
      return { problem: "This is not a phone number. Check the digits and the country." };
  }
}

/** A number for reading, like +1 415 555 0113; the text itself when it is none. */
export function displayPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

function clean(raw: string): string {
  const text = raw
    .normalize("NFKC")
    .replace(/^\s*tel:/i, "")
    .replace(/[^\d+() .\-/]/g, "")
    .trimStart();
  return text.replace(/^00(?=\d)/, "+");
}

const digitsOf = (text: string) => text.replace(/\D/g, "");
