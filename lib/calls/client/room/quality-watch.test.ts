import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchQuality } from "@/lib/calls/client/room/quality-watch";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("tells of a network that stays poor, once, and of its recovery", () => {
  const told: boolean[] = [];
  const quality = watchQuality((isPoor) => told.push(isPoor));
  quality.follow(2);
  vi.advanceTimersByTime(3000);
  quality.follow(1);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true]);
  quality.follow(3);
  expect(told).toEqual([true, false]);
});

it("says nothing of a dip, or of what is not known", () => {
  const onPoor = vi.fn();
  const quality = watchQuality(onPoor);
  quality.follow(0);
  vi.advanceTimersByTime(4000);
  quality.follow(4);
  quality.follow(null);
  vi.advanceTimersByTime(60_000);
  expect(onPoor).not.toHaveBeenCalled();
});
