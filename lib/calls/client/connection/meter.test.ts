import { expect, test } from "vitest";
import { createMeter, levelOfMos } from "@/lib/calls/client/connection/meter";

function meterWithClock() {
  let at = 1_000;
  const meter = createMeter(() => at);
  return {
    meter,
    pass: (seconds: number) => {
      at += seconds * 1_000;
    },
  };
}

test("what counts is how long each level lasted", () => {
  const { meter, pass } = meterWithClock();
  pass(10);
  meter.follow(5);
  pass(30);
  meter.follow(1);
  pass(10);
  expect(meter.level()).toBe(4);
  meter.follow(null);
  pass(100);
  expect(meter.level()).toBe(4);
});

test("a moment, or nothing, tells nothing", () => {
  const { meter, pass } = meterWithClock();
  expect(meter.level()).toBeNull();
  meter.follow(5);
  pass(2);
  expect(meter.level()).toBeNull();
});

test.each([
  [4.4, 5],
  [4.0, 4],
  [3.5, 3],
  [2.4, 2],
  [1.0, 1],
])("an opinion score of %d is level %d", (mos, level) => {
  expect(levelOfMos(mos)).toBe(level);
});
