import { expect, test } from "vitest";
import { instant, toDate } from "@/lib/time/instant";

test("every way in which Postgres writes one moment reads the same", () => {
  const moment = instant("2026-11-20T22:03:37.357000Z");
  expect(instant("2026-11-20 22:03:37.357+00")).toBe(moment);
  expect(instant("2026-11-20T22:03:37.357+00:00")).toBe(moment);
  expect(instant("2026-11-20T23:33:37.357+0130")).toBe(moment);
});

test("microseconds count, so two messages of one millisecond keep their order", () => {
  expect(instant("2026-11-20 22:03:37.357124+00")).toBe(
    instant("2026-11-20 22:03:37.357123+00") + 1,
  );
});

test("a text without an offset is refused, because its moment is unknown", () => {
  expect(() => instant("2026-11-20 22:03:37")).toThrow(RangeError);
  expect(() => instant("yesterday")).toThrow(RangeError);
});

test("toDate drops what a Date cannot hold", () => {
  expect(toDate("2026-11-20 22:03:37.357999+00").toISOString()).toBe("2026-11-20T22:03:37.357Z");
});
