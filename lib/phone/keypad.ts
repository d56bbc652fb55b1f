import { AsYouType } from "libphonenumber-js/min";
import { type PhoneDraft, typePhone } from "@/lib/phone/draft";

const letterGroups = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];
/** `ext. 12` and the like: an extension is keyed in when somebody has answered. */
const extension = /[\s,;]*(?:;ext=|ext\.?|extension|x)\s*\d{1,7}\s*$/i;

/** Letters as the digits that they stand on: 1-800-FLOWERS is 1-800-3569377 (ITU-T E.161). */
export function lettersToDigits(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const group = letterGroups.findIndex((letters) => letters.includes(letter.toUpperCase()));
    return String(group + 2);
  });
}

/** Takes in what was typed or pasted into the field of the dial pad. */
export function typeDialled(before: PhoneDraft, raw: string): PhoneDraft {
  const text = raw
    .normalize("NFKC")
    .replace(/^\s*tel:/i, "")
    .replace(extension, "");
  const written = lettersToDigits(text);
  // Another number, as by a paste over the first: nothing of it is being deleted.
  const isOther = !digitsOf(before.text).startsWith(digitsOf(written));
  return typePhone(isOther ? { ...before, text: "" } : before, written);
}

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** Adds a digit, or the plus of an international number, which stands at the beginning only. */
export function pressKey(before: PhoneDraft, key: string): PhoneDraft {
  if (key === "+" && before.text !== "") return before;
  return typePhone(before, before.text + key);
}

/** Takes the last digit away, and what stood around it. */
export function eraseDigit({ text, country }: PhoneDraft): PhoneDraft {
  const left = text.replace(/[^\d+]/g, "").slice(0, -1);
  return { text: left === "+" ? left : new AsYouType(country).input(left), country };
}
