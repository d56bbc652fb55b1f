import { setImmediate as turn } from "node:timers/promises";
import { vi } from "vitest";

const realTimeout = globalThis.setTimeout;
/** Real work between two ticks is over within it, on a busy machine too. */
const tickMs = 1;

/**
 * Does something by a clock that runs on as soon as nothing is left to do: waits of seconds are over
 * in milliseconds, and none is shorter than another that should be longer.
 *
 * @returns what it came to, and for how many seconds it would have waited
 */
export async function onFastClock<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number }> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  const timeouts = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("Too late", "TimeoutError")), ms);
    return controller.signal;
  });
  const startedAt = Date.now();
  let isOver = false;
  try {
    const working = work().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      for (let turns = 0; turns < 20; turns += 1) await turn();
      await new Promise((resolve) => realTimeout(resolve, tickMs));
      vi.advanceTimersByTime(200);
    }
    return { result: await working, seconds: (Date.now() - startedAt) / 1000 };
  } finally {
    timeouts.mockRestore();
    vi.useRealTimers();
  }
}
