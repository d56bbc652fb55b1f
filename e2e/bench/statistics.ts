/** The middle of a sample, or the value below which a share of it lies. @throws RangeError when empty */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError("The sample is empty.");
  return value;
}

/** The middle of a sample; of two middles, what lies between. @throws RangeError when empty */
export function median(sample: readonly number[]): number {
  const lower = percentile(sample, 0.5);
  const mirrored = sample.map((value) => -value);
  const upper = -percentile(mirrored, 0.5);
  return (lower + upper) / 2;
}

/** Runs both in turns, so that what else the machine does strikes both alike. */
export async function inTurns<T>(
  rounds: number,
  one: () => Promise<T>,
  other: () => Promise<T>,
): Promise<{ one: T[]; other: T[] }> {
  const results = { one: [] as T[], other: [] as T[] };
  for (let round = 0; round < rounds; round += 1) {
    results.one.push(await one());
    results.other.push(await other());
  }
  return results;
}
