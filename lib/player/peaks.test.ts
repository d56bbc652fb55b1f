import { expect, test } from "vitest";
import { peaksOf } from "@/lib/player/peaks";

test("the loudest moment of each part counts, in either channel", () => {
  const left = Float32Array.from([0.1, -0.5, 0, 0, 0.2, 0.1]);
  const right = Float32Array.from([0, 0, 0.25, 0, 0, 0]);
  expect(peaksOf([left, right], 3)).toEqual([1, 0.5, expect.closeTo(0.4)]);
});

test("silence is flat, and a sound that is too short has its parts all the same", () => {
  expect(peaksOf([new Float32Array(10)], 2)).toEqual([0, 0]);
  expect(peaksOf([Float32Array.from([0.5])], 4)).toHaveLength(4);
  expect(peaksOf([], 2)).toEqual([0, 0]);
});
