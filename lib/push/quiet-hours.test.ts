import { expect, test } from "vitest";
import { isQuiet } from "@/lib/push/quiet-hours";

const at = (iso: string) => new Date(iso);
const night = { from: "22:00:00", to: "07:00:00" };

test.each([
  ["Europe/Dublin", "2026-01-10T22:00:00Z", true],
  ["Europe/Dublin", "2026-01-10T21:59:59Z", false],
  ["Europe/Dublin", "2026-01-11T06:59:00Z", true],
  ["Europe/Dublin", "2026-01-11T07:00:00Z", false],
  // In summer the clock on the wall is an hour ahead.
  ["Europe/Dublin", "2026-07-10T21:00:00Z", true],
  ["America/Los_Angeles", "2026-01-10T22:00:00Z", false],
  ["America/Los_Angeles", "2026-01-11T07:00:00Z", true],
  ["Asia/Kolkata", "2026-01-10T16:30:00Z", true],
  ["Nowhere/Land", "2026-01-10T23:00:00Z", true],
])("a night in %s, at %s: %s", (timeZone, now, quiet) => {
  expect(isQuiet({ ...night, timeZone }, at(now))).toBe(quiet);
});

test("hours within a day", () => {
  const nap = { from: "13:00", to: "14:30", timeZone: "UTC" };
  expect(isQuiet(nap, at("2026-01-10T13:30:00Z"))).toBe(true);
  expect(isQuiet(nap, at("2026-01-10T14:30:00Z"))).toBe(false);
  expect(isQuiet(nap, at("2026-01-10T00:30:00Z"))).toBe(false);
});

test("without hours nothing is quiet", () => {
  expect(isQuiet({ from: null, to: null, timeZone: "UTC" }, at("2026-01-10T00:00:00Z"))).toBe(
    false,
  );
});
