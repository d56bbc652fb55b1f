import { describe, expect, it, test } from "vitest";
import { durationWords, formatDuration } from "@/lib/time/duration";

describe("a running length", () => {
  it.each([
    [0, "0:00"],
    [9.9, "0:09"],
    [61, "1:01"],
    [600, "10:00"],
    [3599, "59:59"],
    [3600, "1:00:00"],
    [7325, "2:02:05"],
    [-3, "0:00"],
  ])("%d s reads %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

test("durations are said the way people say them", () => {
  expect([0.2, 45, 60, 240, 3600, 3900].map(durationWords)).toEqual([
    "1 s",
    "45 s",
    "1 min",
    "4 min",
    "1 h",
    "1 h 5 min",
  ]);
});
