import { expect, test } from "vitest";
import { ageOn, birthDateProblem } from "@/lib/profiles/age";

test("a year of life is complete on the birthday, not before", () => {
  expect(ageOn("2008-11-20", "2026-11-19")).toBe(17);
  expect(ageOn("2008-11-20", "2026-11-20")).toBe(18);
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
});

test("people under 18 are told so, everyone else may pass", () => {
  expect(birthDateProblem("2008-11-21", "2026-11-20")).toMatch(/18 or over/);
  expect(birthDateProblem("2008-11-20", "2026-11-20")).toBeNull();
});

test.each(["", "0096-03-02", "2030-01-01", "1996-13-40"])("%j is no birth date", (birth) => {
  expect(birthDateProblem(birth, "2026-11-20")).toMatch(/date of birth/);
});
