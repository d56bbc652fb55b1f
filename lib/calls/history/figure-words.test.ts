import { describe, expect, it } from "vitest";
import { busiestHour, peakDayWords } from "@/lib/calls/history/figure-words";

const days = (...calls: number[]) => calls.map((calls, n) => ({ date: `day ${n}`, calls }));
const words = (...calls: number[]) => peakDayWords(days(...calls), (date) => date);

describe("what the days say", () => {
  it.each([
    [[0, 0], "No calls"],
    [[0, 1, 0], "1 call, on day 1"],
    [[1, 0, 1, 1], "1 call on each of 3 days"],
    [[1, 4, 2], "Most on day 1: 4 calls"],
    [[3, 1, 3], "At most 3 calls a day"],
  ])("%j: %s", (calls, told) => {
    expect(words(...calls)).toBe(told);
  });
});

describe("the busiest hour", () => {
  it("is the one with most calls", () => {
    expect(busiestHour([0, 2, 5, 0])).toBe(2);
  });
  it.each([[[0, 0]], [[0, 1, 0]], [[2, 0, 2]]])("is none where no hour stands out: %j", (hours) => {
    expect(busiestHour(hours)).toBeNull();
  });
});
