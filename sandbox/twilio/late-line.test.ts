import { expect, test } from "vitest";
import { Faults } from "./faults.ts";
import { LateLine } from "./late-line.ts";
import { faultyLine } from "./media/media-line.ts";
import { handTimers } from "./testing/hand-timers.ts";

test("messages that are late arrive in order, even when the line is fast again", async () => {
  const { clock, advance } = handTimers();
  const line = new LateLine(clock);
  const arrived: string[] = [];
  const send = (name: string, delayMs: number) => line.carry(delayMs, () => arrived.push(name));
  send("one", 0);
  send("two", 300);
  send("three", 0);
  expect(arrived).toEqual(["one"]);
  await advance(299);
  expect(arrived).toEqual(["one"]);
  await advance(1);
  expect(arrived).toEqual(["one", "two", "three"]);
  send("four", 0);
  expect(arrived).toHaveLength(4);
});

test("packets of a slow edge are late or lost; those under way when it closes are gone", async () => {
  const { clock, advance } = handTimers();
  const faults = new Faults();
  const drawn = [0.05, 0.5, 0.5];
  const line = faultyLine(faults, "voice u_ada", clock, () => drawn.shift() ?? 0);
  const arrived: number[] = [];
  const send = (packet: number) => line.carry(() => arrived.push(packet));
  send(0);
  const slow = faults.add({ target: "edge", kind: "slow", delayMs: 200, lossPercent: 10 });
  for (const packet of [1, 2]) send(packet);
  expect(arrived).toEqual([0]);
  await advance(200);
  expect(arrived).toEqual([0, 2]);
  send(3);
  faults.clear(slow.id);
  send(4);
  line.close();
  await advance(200);
  expect(arrived).toEqual([0, 2, 4]);
});
