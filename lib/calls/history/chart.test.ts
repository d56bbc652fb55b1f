import { expect, test } from "vitest";
import { axisOf } from "@/lib/calls/history/chart";
import { daysOf, readRange } from "@/lib/calls/history/ranges";

test.each([
  [0, 1, [1]],
  [1, 1, [1]],
  [3, 3, [1, 2, 3]],
  [5, 6, [2, 4, 6]],
  [17, 20, [5, 10, 15, 20]],
  [40, 40, [10, 20, 30, 40]],
  [41, 60, [20, 40, 60]],
  [1234, 1500, [500, 1000, 1500]],
])("an axis for %d goes to %d", (largest, top, lines) => {
  expect(axisOf(largest)).toEqual({ top, lines });
});

test("a range ends today, where the person is", () => {
  const now = new Date("2026-11-20T23:30:00Z");
  const madrid = { timeZone: "Europe/Madrid", locale: "en-GB" };
  expect(daysOf(7, now, madrid)).toEqual({
    ...{ from: "2026-11-15", to: "2026-11-21", tz: "Europe/Madrid" },
  });
  expect([readRange("90"), readRange("8"), readRange(null)]).toEqual([90, 30, 30]);
});
