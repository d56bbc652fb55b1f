/**
 * The top of an axis and its lines: round numbers, so that the tallest bar fits and at most four
 * lines are drawn. Counts are whole, so no line stands for a part of one.
 */
export function axisOf(largest: number): { top: number; lines: number[] } {
  const step = roundUp(Math.max(1, largest) / 4);
  const top = Math.ceil(Math.max(1, largest) / step) * step;
  return { top, lines: Array.from({ length: top / step }, (_, n) => (n + 1) * step) };
}

/** The next of 1, 2, 5, 10, 20, 50, ... */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const factor = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}
