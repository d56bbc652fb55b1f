import { expect, test } from "vitest";
import { nextPath } from "@/lib/http/next-path";

test("a path of this site is kept with its query", () => {
  expect(nextPath("/matches/1?from=push#end")).toBe("/matches/1?from=push#end");
});

test.each([
  undefined,
  ["/a", "/b"],
  "",
  "matches",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
])("%j leads to the matches", (value) => {
  expect(nextPath(value)).toBe("/matches");
});
