/** A number from 0 up to 1, by the same seed always the same row of them: mulberry32. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Dealt<T> {
  /** In the order in which they arrive. */
  items: T[];
  dropped: number;
  doubled: number;
}

/** What becomes of a post that loses a fifth, delivers a fifth twice, and keeps no order at all. */
export function disturb<T>(items: readonly T[], roll: () => number): Dealt<T> {
  const arriving: T[] = [];
  let dropped = 0;
  let doubled = 0;
  for (const item of items) {
    const fate = roll();
    if (fate < 0.2) {
      dropped += 1;
      continue;
    }
    arriving.push(item);
    if (fate >= 0.4) continue;
    arriving.push(item);
    doubled += 1;
  }
  return { items: shuffled(arriving, roll), dropped, doubled };
}

function shuffled<T>(items: readonly T[], roll: () => number): T[] {
  return items
    .map((item) => ({ item, place: roll() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
