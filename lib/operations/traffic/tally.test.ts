import { expect, test } from "vitest";
import { Tally } from "@/lib/operations/traffic/tally";

const noon = Date.UTC(2026, 0, 15, 12);
const ok = { route: "GET /api/calls", outcome: "ok", status: 200 };

test("requests that were answered alike in a minute are one count", () => {
  const tally = new Tally();
  tally.add({ ...ok, ms: 10.4 }, noon + 1_000);
  tally.add({ ...ok, ms: 30 }, noon + 59_999);
  tally.add({ ...ok, outcome: "rate_limited", status: 429, ms: 2 }, noon + 2_000);
  tally.add({ ...ok, ms: 5 }, noon + 60_000);
  const minute = "2026-01-15T12:00:00.000Z";
  expect(tally.take()).toEqual([
    { ...ok, minute, requests: 2, total_ms: 40, slowest_ms: 30 },
    {
      ...ok,
      minute,
      outcome: "rate_limited",
      status: 429,
      requests: 1,
      total_ms: 2,
      slowest_ms: 2,
    },
    { ...ok, minute: "2026-01-15T12:01:00.000Z", requests: 1, total_ms: 5, slowest_ms: 5 },
  ]);
});

test("counts are taken once, and those that could not be kept are added to the next", () => {
  const tally = new Tally();
  tally.add({ ...ok, ms: 10 }, noon);
  const taken = tally.take();
  expect(tally.take()).toEqual([]);
  tally.add({ ...ok, ms: 7 }, noon);
  tally.putBack(taken);
  expect(tally.take()).toMatchObject([{ requests: 2, total_ms: 17, slowest_ms: 10 }]);
});

test("a database that stays away does not fill the memory", () => {
  const tally = new Tally();
  for (let minute = 0; minute < 6_000; minute += 1)
    tally.add({ ...ok, ms: 1 }, noon + minute * 60_000);
  expect(tally.take()).toHaveLength(5_000);
});
