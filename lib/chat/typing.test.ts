import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCell } from "@/lib/cell";
import { emptyThread } from "@/lib/chat/thread-state";
import { createTypingSignals } from "@/lib/chat/typing";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  const cell = createCell(emptyThread);
  const say = vi.fn();
  return { cell, say, signals: createTypingSignals({ viewerId: "ana", cell, say }) };
}

test("a fast typist says so once in two and a half seconds", () => {
  const { signals, say } = setUp();
  for (let key = 0; key < 50; key++) {
    signals.say();
    vi.advanceTimersByTime(100);
  }
  expect(say).toHaveBeenCalledTimes(2);
  expect(say).toHaveBeenCalledWith("typing", { profile_id: "ana" });
});

test("another person counts as typing until five seconds after their last signal", () => {
  const { signals, cell } = setUp();
  signals.hear({ profile_id: "ben" });
  vi.advanceTimersByTime(4_000);
  signals.hear({ profile_id: "ben" });
  vi.advanceTimersByTime(4_000);
  expect(cell.getSnapshot().typing).toEqual(["ben"]);
  vi.advanceTimersByTime(1_001);
  expect(cell.getSnapshot().typing).toEqual([]);
});

test("one's own signals and junk are ignored, and nothing is left after stopping", () => {
  const { signals, cell } = setUp();
  for (const payload of [{ profile_id: "ana" }, { profile_id: 1 }, null, "ben"])
    signals.hear(payload);
  expect(cell.getSnapshot().typing).toEqual([]);
  signals.hear({ profile_id: "ben" });
  signals.stop();
  expect(cell.getSnapshot().typing).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
