import { describe, expect, test } from "vitest";
import { onlyBytes, rangeOf } from "@/lib/recordings/byte-range";

describe("which bytes are asked for", () => {
  test.for([
    ["bytes=0-3", { from: 0, to: 3 }],
    ["bytes=4-", { from: 4, to: 9 }],
    ["bytes=4-99", { from: 4, to: 9 }],
    ["bytes=-3", { from: 7, to: 9 }],
    ["bytes=-30", { from: 0, to: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", null],
    ["bytes=0-1,4-5", null],
    ["bytes=-", null],
    ["seconds=1-2", null],
    [null, null],
  ] as const)("%s of ten", ([header, range]) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });
});

test.for([
  [{ from: 0, to: 9 }, "0123456789"],
  [{ from: 2, to: 7 }, "234567"],
  [{ from: 4, to: 4 }, "4"],
  [{ from: 9, to: 9 }, "9"],
] as const)("bytes %o come through in pieces", async ([range, text]) => {
  const pieces = ["012", "34", "5678", "9"].map((piece) => new TextEncoder().encode(piece));
  const whole = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const left = whole.pipeThrough(onlyBytes(range));
  expect(await new Response(left).text()).toBe(text);
});
