const shortest = 100;
const tallest = 250;

/**
 * A height as people write it: `172`, `172 cm`, `1.72`, `1,72 m`, `5'8`, `5 ft 8`, `5' 8"`, `6 ft`.
 *
 * @returns whole centimetres; null for nothing, undefined for what is no height of a person
 */
export function readHeight(text: string): number | null | undefined {
  const words = text.trim().toLowerCase();
  if (!words) return null;
  const cm = centimetres(words);
  return cm !== undefined && cm >= shortest && cm <= tallest ? cm : undefined;
}

function centimetres(words: string): number | undefined {
  const [, whole] = /^(\d{3})\s*(?:cm)?$/.exec(words) ?? [];
  if (whole) return Number(whole);
  const [, metres, rest] = /^([12])[.,](\d{1,2})\s*m?$/.exec(words) ?? [];
  if (metres && rest) return Number(metres) * 100 + Number(rest.padEnd(2, "0"));
  const [, feet, inches = "0"] =
    /^([3-8])\s*(?:'|’|′|ft\.?|feet|foot|\s)\s*(?:(\d{1,2})\s*(?:"|”|″|''|in\.?|inches)?)?$/.exec(
      words,
    ) ?? [];
  if (!feet || Number(inches) > 11) return undefined;
  return Math.round((Number(feet) * 12 + Number(inches)) * 2.54);
}
