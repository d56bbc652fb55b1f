import { expect, test } from "vitest";
import { readCode } from "@/components/auth/read-code";

test.each([
  ["123456", "123456"],
  ["Your code is 123456", "123456"],
  ["Your Duet code for 2026 is 123 456.", "123456"],
  ["123-456", "123456"],
  ["12a3", "123"],
  ["1234567", "123456"],
  ["１２３４５６", "123456"],
  ["", ""],
])("%j is the code %s", (text, code) => {
  expect(readCode(text)).toBe(code);
});
