import { expect, test } from "vitest";
import { waitWords } from "@/lib/time/wait-words";

test.each([
  [1, "in 1 second"],
  [40, "in 40 seconds"],
  [90, "in 2 minutes"],
  [3_599, "in 60 minutes"],
  [5_401, "in 2 hours"],
  [86_400, "in 24 hours"],
])("%i seconds are %s", (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
