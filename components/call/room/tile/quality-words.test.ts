import { expect, test } from "vitest";
import { qualityWords } from "@/components/call/room/tile/quality-words";

test("each level of quality has its word", () => {
  const told = [0, 1, 2, 3, 4, 5].map((level) => qualityWords(level));
  expect(told[0]).toBe("Connection: lost");
  expect(told[4]).toBe("Connection: good");
  expect(told[5]).toBe("Connection: excellent");
  expect(new Set(told).size).toBe(6);
});

test("a level out of range is read as the nearest", () => {
  expect(qualityWords(-1)).toBe("Connection: lost");
  expect(qualityWords(9)).toBe("Connection: excellent");
});
