import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPulse } from "@/lib/calls/client/pulse";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A frozen page has no timers, but the clock goes on. */
const freeze = (ms: number) => vi.setSystemTime(Date.now() + ms);

test("the first beat after a freeze tells of it, once", () => {
  const onThaw = vi.fn();
  const pulse = createPulse(onThaw);
  vi.advanceTimersByTime(10 * 60_000);
  expect(onThaw).not.toHaveBeenCalled();
  freeze(120_000);
  vi.advanceTimersByTime(60_000);
  expect(onThaw).toHaveBeenCalledOnce();
  pulse.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test("whoever wakes before that beat learns of the freeze instead", () => {
  const onThaw = vi.fn();
  const pulse = createPulse(onThaw);
  freeze(120_000);
  expect(pulse.missed()).toBe(true);
  expect(pulse.missed()).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(onThaw).not.toHaveBeenCalled();
  pulse.stop();
});
