import { expect, test } from "vitest";
import { readHeight } from "@/lib/profiles/height";

test.each([
  ["172", 172],
  ["172 cm", 172],
  ["1.72", 172],
  ["1,7 m", 170],
  ["5'8", 173],
  ["5’ 8”", 173],
  ["5 ft 8", 173],
  ["5 8", 173],
  ["6 ft", 183],
  ["6'", 183],
  ["", null],
  ["  ", null],
])("%j is read as %j", (text, cm) => {
  expect(readHeight(text)).toBe(cm);
});

test.each(["72", "5'13", "2.9", "tall", "999", "1.2.3", "5 ft 8 kg"])(
  "%j is no height of a person",
  (text) => {
    expect(readHeight(text)).toBeUndefined();
  },
);
