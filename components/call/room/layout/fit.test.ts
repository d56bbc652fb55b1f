import { expect, test } from "vitest";
import { fitOf } from "@/components/call/room/layout/fit";

const landscape = { width: 1280, height: 720 };
const portrait = { width: 720, height: 1280 };
const phone = { width: 390, height: 844 };

test("a picture of about the box's shape fills it", () => {
  expect(fitOf(landscape, { width: 1280, height: 800 })).toBe("cover");
  expect(fitOf(portrait, phone)).toBe("cover");
});

test("a picture that would lose much is shown whole", () => {
  expect(fitOf(landscape, phone)).toBe("contain");
  expect(fitOf(portrait, { width: 640, height: 360 })).toBe("contain");
});

test("a picture or box of unknown size fills the box", () => {
  expect(fitOf({ width: 0, height: 0 }, phone)).toBe("cover");
  expect(fitOf(landscape, { width: 0, height: 0 })).toBe("cover");
});
