import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** True for E.164 with a length that exists in its country. */
export function isDialable(value: string): boolean {
  const parsed = parsePhoneNumberFromString(value);
  return parsed?.number === value && parsed.isPossible();
}
