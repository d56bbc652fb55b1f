import type { Clock } from "../calls/clock.ts";

/** A clock whose timers run only when it is turned; lets what they start settle in between. */
export function handTimers() {
  let time = Date.UTC(2026, 0, 15, 12);
  const timers = new Set<{ due: number; run: () => void }>();
  const clock: Clock = {
    now: () => time,
    after(milliseconds, run) {
      const timer = { due: time + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    clock,
    settle,
    /** Milliseconds. */
    async advance(milliseconds: number) {
      await settle();
      const end = time + milliseconds;
      for (;;) {
        const due = [...timers].filter((timer) => timer.due <= end);
        const next = due.sort((one, other) => one.due - other.due)[0];
        if (!next) break;
        timers.delete(next);
        time = next.due;
        next.run();
        await settle();
      }
      time = end;
    },
  };
}
