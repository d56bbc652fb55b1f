/** Letters of a keypad's keys 2 to 9. */
const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

const digitOf = (letter: string) =>
  String(keys.findIndex((key) => key.includes(letter.toLowerCase())) + 2);

/**
 * Reads a search pattern: digits, keypad letters, `*` for one digit, `%` for any, a leading `+` for
 * the number's beginning and a trailing `$` for its end.
 * @returns what E.164 numbers are tested with; null for a pattern that Twilio refuses
 * @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource
 */
export function readPattern(pattern: string): RegExp | null {
  const [, start, middle, end] = /^(\+?)([\da-z*%]+)(\$?)$/i.exec(pattern) ?? [];
  if (middle === undefined || pattern.length > 16) return null;
  if (middle.replace(/[*%]/g, "").length < 2) return null;
  const source = middle
    .replace(/[a-z]/gi, digitOf)
    .replaceAll("*", String.raw`\d`)
    .replaceAll("%", String.raw`\d*`);
  return new RegExp(`${start ? String.raw`^\+` : ""}${source}${end}`);
}
