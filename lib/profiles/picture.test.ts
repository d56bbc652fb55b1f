import { expect, test } from "vitest";
import { drawPicture } from "@/lib/profiles/picture";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

test("a person keeps their face", () => {
  expect(drawPicture(id(1))).toBe(drawPicture(id(1)));
});

test("people look different", () => {
  const people = Array.from({ length: 50 }, (_, n) => drawPicture(id(n)));
  expect(new Set(people).size).toBe(50);
});

test("a picture is an image that loads nothing and runs nothing", () => {
  const svg = drawPicture(id(1));
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href="(?!#)/);
});
