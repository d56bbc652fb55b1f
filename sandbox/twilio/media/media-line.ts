import type { Clock } from "../calls/clock.ts";
import type { Faults } from "../faults.ts";

/** What a browser's packets go over: each is delivered at once, late, or never. */
export interface MediaLine {
  carry(deliver: () => void): void;
  /** Nothing that is still under way arrives. */
  close(): void;
}

/** A line on which nothing goes wrong. */
export const straightLine: MediaLine = { carry: (deliver) => deliver(), close: () => {} };

/**
 * A line as slow as the faults of its subject make it.
 * @param random from 0 up to 1
 */
export function faultyLine(
  faults: Faults,
  subject: string,
  clock: Pick<Clock, "after">,
  random: () => number = Math.random,
): MediaLine {
  let isOpen = true;
  const arrive = (deliver: () => void) => isOpen && deliver();
  return {
    carry(deliver) {
      const fault = faults.take("edge", subject, { kinds: ["slow"] });
      if (!fault) return deliver();
      if (random() * 100 < (fault.lossPercent ?? 0)) return;
      clock.after(fault.delayMs ?? 0, () => arrive(deliver));
    },
    close() {
      isOpen = false;
    },
  };
}
