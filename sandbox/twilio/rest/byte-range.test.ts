import { expect, test } from "vitest";
import { readRange } from "./byte-range.ts";

test.each([
  [undefined, null],
  ["bytes=0-9", { first: 0, last: 9 }],
  ["bytes=90-", { first: 90, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-500", { first: 0, last: 99 }],
  ["bytes=50-500", { first: 50, last: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=9-0", null],
  ["bytes=0-1,5-6", null],
  ["seconds=0-9", null],
  ["bytes=-", null],
])("of a hundred bytes, %s is %o", (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});
