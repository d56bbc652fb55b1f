/** Digits of a code. */
export const codeLength = 6;

/**
 * The code in what was typed, pasted or filled in: "Your code is 123456" gives 123456. Without six
 * digits in a row, whatever digits there are.
 */
export function readCode(text: string): string {
  const plain = text.normalize("NFKC");
  const whole = /(?<!\d)\d{3}[\s-]?\d{3}(?!\d)/.exec(plain)?.[0] ?? plain;
  return whole.replace(/\D/g, "").slice(0, codeLength);
}
