/** Works out how well somebody was connected on the whole. */
export interface Meter {
  /** The level from now on, 0 (not at all) to 5 (excellent); null while it is not known. */
  follow(level: number | null): void;
  /** The average over the time in which it was known; null when that was too short. */
  level(): number | null;
}

/** Less says nothing about a call. */
const enoughMs = 3_000;

/** @param now - milliseconds on a clock that only goes forward */
export function createMeter(now: () => number = () => performance.now()): Meter {
  let known = { level: null as number | null, since: now() };
  let [sum, time] = [0, 0];

  function follow(level: number | null) {
    const at = now();
    if (known.level !== null) {
      sum += known.level * (at - known.since);
      time += at - known.since;
    }
    known = { level, since: at };
  }

  return {
    follow,
    level() {
      follow(known.level);
      return time < enoughMs ? null : Math.round((sum / time) * 10) / 10;
    },
  };
}

/**
 * The level of a mean opinion score, where Twilio's own words for it change.
 * https://www.twilio.com/docs/voice/insights/frequently-asked-questions
 *
 * @param mos - 1 to 4.5
 */
export function levelOfMos(mos: number): number {
  if (mos > 4.2) return 5;
  if (mos >= 3.7) return 4;
  if (mos >= 3.1) return 3;
  return mos >= 2 ? 2 : 1;
}
