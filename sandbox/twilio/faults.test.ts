import { expect, test, vi } from "vitest";
import { Faults, watchFaults } from "./faults.ts";

const clock = Date.UTC(2026, 0, 15, 12, 0, 0, 700);

test.each([
  ["POST */Calls", "POST /2010-04-01/Accounts/AC1/Calls.json", true],
  ["POST */Calls", "GET /2010-04-01/Accounts/AC1/Calls.json", false],
  ["To=*ringing", "?CallStatus=ringing&To=x", false],
  ["voice*u_ada", "voice u_ada", true],
  ["voice*u_ada", "video u_ada", false],
])("a fault on %s looks for its pieces in order: %s", (match, subject, isStruck) => {
  const faults = new Faults();
  faults.add({ target: "rest", kind: "status", match });
  expect(faults.take("rest", subject) !== undefined).toBe(isStruck);
});

test("one that is spent is no longer on, and is remembered with its strikes", () => {
  const faults = new Faults(() => clock);
  faults.add({ target: "webhook", kind: "drop", times: 2 });
  for (const _ of [1, 2]) faults.take("webhook", "");
  expect(faults.take("webhook", "")).toBeUndefined();
  expect(faults.list()).toEqual([]);
  expect(faults.spent()).toMatchObject([{ kind: "drop", struck: 2, at: clock }]);
});

test("one that strikes a share strikes that share", () => {
  const drawn = [0.05, 0.19, 0.2, 0.9];
  const faults = new Faults(Date.now, () => drawn.shift() ?? 0);
  faults.add({ target: "webhook", kind: "drop", percent: 20 });
  expect([1, 2, 3, 4].map(() => faults.take("webhook", "") !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("tokens made old are those of before, not one that is issued afterwards", () => {
  const faults = new Faults(() => clock);
  faults.add({ target: "token", kind: "outdate", match: "voice" });
  expect(faults.expires("voice u_ada", clock - 1700)).toBe(true);
  expect(faults.expires("voice u_ada", clock - 700)).toBe(false);
  expect(faults.expires("video u_ada", clock - 1700)).toBe(false);
  faults.add({ target: "token", kind: "expire" });
  expect(faults.expires("video u_ada", clock + 5000)).toBe(true);
});

test("a slow edge tells of its strikes now and then, others at once", () => {
  vi.useFakeTimers();
  const faults = new Faults();
  const connection = { heedFaults: vi.fn() };
  const stop = watchFaults(faults, [connection]);
  faults.add({ target: "edge", kind: "slow", delayMs: 100 });
  connection.heedFaults.mockClear();
  for (let packet = 0; packet < 50; packet++) faults.take("edge", "voice u_ada");
  expect(connection.heedFaults).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(connection.heedFaults).toHaveBeenCalledOnce();
  expect(faults.list()[0]?.struck).toBe(50);
  stop();
  vi.useRealTimers();
});
