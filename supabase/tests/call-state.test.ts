import { beforeEach, describe, expect, test } from "vitest";
import { type CallEvent, callPlayer, outcomesOfAllOrders } from "./support/calls.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(callPlayer);
});
// The world's own calls would make its people busy.
beforeEach(() => database().query("delete from calls"));

const child = (status: string, at: number, more: Partial<CallEvent> = {}): CallEvent => ({
  leg: "child",
  status,
  at,
  ...more,
});
const dialResult = (status: string, more: Partial<CallEvent> = {}): CallEvent => ({
  leg: "child",
  event: "dial-result",
  status,
  ...more,
});
const parent = (status: string, at: number, duration?: number): CallEvent => ({
  leg: "parent",
  status,
  at,
  ...(duration !== undefined && { duration }),
});

interface Scenario {
  events: CallEvent[];
  /** Status, reason, answered, ended (seconds of the clock of the events), seconds of talk. */
  call: [string, string, number | null, number, number];
  /** Status, joined, left, seconds of talk. */
  caller: [string, number | null, number | null, number | null];
  callee: [string, number | null, number | null, number | null];
  error?: number;
}

const ringing = [child("ringing", 2)];
const scenarios: Record<string, Scenario> = {
  "an answered call": {
    events: [
      ...ringing,
      child("in-progress", 12),
      child("completed", 52, { duration: 40 }),
      dialResult("completed", { duration: 40 }),
      parent("completed", 53, 41),
    ],
    call: ["completed", "hangup", 12, 52, 40],
    caller: ["completed", null, 53, 41],
    callee: ["completed", 12, 52, 40],
  },
  "an answered call whose answer was not reported": {
    events: [
      ...ringing,
      child("completed", 52, { duration: 40 }),
      dialResult("completed", { duration: 40 }),
      parent("completed", 53, 41),
    ],
    call: ["completed", "hangup", 12, 52, 40],
    caller: ["completed", null, 53, 41],
    callee: ["completed", null, 52, 40],
  },
  "an answered call whose talk time was rounded up": {
    events: [
      child("in-progress", 12),
      child("completed", 51, { duration: 40 }),
      parent("completed", 51),
    ],
    call: ["completed", "hangup", 12, 51, 40],
    caller: ["completed", null, 51, null],
    callee: ["completed", 12, 51, 40],
  },
  "an answered call of which only the caller's end is known": {
    events: [...ringing, child("in-progress", 12), parent("completed", 53, 41)],
    call: ["completed", "hangup", 12, 53, 41],
    caller: ["completed", null, 53, 41],
    callee: ["in-progress", 12, null, null],
  },
  "a call that was answered and at once ended": {
    events: [
      child("in-progress", 12),
      child("completed", 12, { duration: 0 }),
      dialResult("completed"),
    ],
    call: ["completed", "hangup", 12, 12, 0],
    caller: ["initiated", null, null, null],
    callee: ["completed", 12, 12, 0],
  },
  "a declined call": {
    events: [
      ...ringing,
      child("busy", 8, { duration: 0 }),
      dialResult("busy"),
      parent("completed", 9, 8),
    ],
    call: ["busy", "declined", null, 8, 0],
    caller: ["completed", null, 9, 8],
    callee: ["busy", null, 8, null],
  },
  "a call that nobody answered": {
    events: [
      ...ringing,
      child("no-answer", 42),
      dialResult("no-answer"),
      parent("completed", 43, 0),
    ],
    call: ["no-answer", "no-answer", null, 42, 0],
    caller: ["completed", null, 43, 0],
    callee: ["no-answer", null, 42, null],
  },
  "a call that the caller gave up": {
    events: [...ringing, child("canceled", 20), dialResult("canceled"), parent("canceled", 20)],
    call: ["canceled", "canceled", null, 20, 0],
    caller: ["canceled", null, 20, null],
    callee: ["canceled", null, 20, null],
  },
  "a call that the caller gave up, told by the provider in two ways": {
    events: [
      ...ringing,
      child("no-answer", 20),
      dialResult("canceled"),
      parent("completed", 20, 0),
    ],
    call: ["canceled", "canceled", null, 20, 0],
    caller: ["completed", null, 20, 0],
    callee: ["canceled", null, 20, null],
  },
  "a call given up before anybody was dialled": {
    events: [parent("ringing", 0), parent("completed", 1, 0)],
    call: ["canceled", "canceled", null, 1, 0],
    caller: ["completed", null, 1, 0],
    callee: ["queued", null, null, null],
  },
  "a call that could not be placed": {
    events: [
      child("initiated", 1),
      child("failed", 2, { errorCode: 31486 }),
      dialResult("failed", { errorCode: 13224 }),
      parent("completed", 3, 0),
    ],
    call: ["failed", "failed", null, 2, 0],
    caller: ["completed", null, 3, 0],
    callee: ["failed", null, 2, null],
    error: 13224,
  },
  "a call that did not even get a leg": {
    events: [
      { leg: "parent", event: "dial-result", status: "failed", errorCode: 13224 },
      parent("completed", 3, 0),
    ],
    call: ["failed", "failed", null, 3, 0],
    caller: ["failed", null, 3, 0],
    callee: ["queued", null, null, null],
    error: 13224,
  },
};

describe("in whatever order and however often its events come", () => {
  test.for(Object.entries(scenarios))(
    "%s ends the same",
    { timeout: 60_000 },
    async ([, scenario]) => {
      const [status, reason, answered, ended, seconds] = scenario.call;
      const outcomes = await outcomesOfAllOrders(database(), scenario.events);
      expect(outcomes).toEqual([
        {
          orders: factorial(scenario.events.length),
          outcome: {
            status,
            reason,
            answered,
            ended,
            seconds,
            error: scenario.error ?? null,
            legs: { caller: [true, ...scenario.caller], callee: [false, ...scenario.callee] },
            lines: 1,
            events: scenario.events.length,
            "told of its end": 1,
          },
        },
      ]);
    },
  );

  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
});

const begin = () => database().query("select test.begin('a')");
const deliver = async (event: CallEvent) => {
  const [row] = await database().query<{ answer: Record<string, unknown> }>(
    "select test.deliver('a', $1) as answer",
    [JSON.stringify(event)],
  );
  return row?.answer;
};
const show = async () => {
  const [row] = await database().query<{ call: Record<string, unknown> }>(
    "select test.show('a') as call",
  );
  return row?.call;
};

describe("while a call is live", () => {
  test("it goes from initiated to ringing to in-progress", async () => {
    await begin();
    expect(await show()).toMatchObject({ status: "initiated", answered: null, lines: 0 });
    expect(await deliver(child("ringing", 2))).toMatchObject({
      outcome: "recorded",
      status: "ringing",
    });
    expect(await deliver(child("in-progress", 9))).toMatchObject({
      status: "in-progress",
      ended: false,
    });
    expect(await show()).toMatchObject({
      answered: 9,
      ended: null,
      seconds: null,
      reason: null,
      lines: 0,
    });
  });

  test("a late event does not take it back", async () => {
    await begin();
    await deliver(child("in-progress", 9));
    expect(await deliver(child("ringing", 2))).toMatchObject({ status: "in-progress" });
  });

  test("an event that comes again is told to be a duplicate and changes nothing", async () => {
    await begin();
    await deliver(child("completed", 50, { duration: 40 }));
    const before = await show();
    expect(await deliver(child("completed", 50, { duration: 40 }))).toMatchObject({
      outcome: "duplicate",
      status: "completed",
      ended: false,
    });
    expect(await show()).toEqual(before);
  });

  test("events that come at the same time all count, each once", async () => {
    await begin();
    const events = [...ringing, child("in-progress", 9), child("completed", 19, { duration: 10 })];
    const answers = await Promise.all([...events, ...events].map(deliver));
    expect(answers.filter((answer) => answer?.ended)).toHaveLength(1);
    expect(await show()).toMatchObject({
      status: "completed",
      answered: 9,
      ended: 19,
      events: 3,
      lines: 1,
    });
  });

  test("one device that declines does not end what still rings on another", async () => {
    await begin();
    await deliver(child("ringing", 2));
    await deliver({ ...child("ringing", 2), leg: "child2" });
    expect(await deliver(child("busy", 5))).toMatchObject({ status: "ringing", ended: false });
    expect(await deliver({ ...child("in-progress", 8), leg: "child2" })).toMatchObject({
      status: "in-progress",
    });
    await deliver({ ...child("completed", 18, { duration: 10 }), leg: "child2" });
    expect(await show()).toMatchObject({
      status: "completed",
      reason: "hangup",
      answered: 8,
      seconds: 10,
    });
  });
});

test("a call ended because of a block says so", async () => {
  await begin();
  await deliver(child("in-progress", 9));
  await database().query("update calls set end_reason = 'blocked'");
  await deliver(child("completed", 19, { duration: 10 }));
  expect(await show()).toMatchObject({ status: "completed", reason: "blocked", seconds: 10 });
});

test("a call whose result is all that is known lasted as long as the result says", async () => {
  await begin();
  expect(await deliver(dialResult("completed", { duration: 40 }))).toMatchObject({
    status: "completed",
    ended: true,
  });
  const [row] = await database().query<{ talk: number }>(
    "select extract(epoch from ended_at - answered_at)::integer as talk from calls",
  );
  expect(row).toEqual({ talk: 40 });
});

test("an event of a call that is not known is kept in the audit log", async () => {
  expect(await deliver(child("ringing", 2))).toMatchObject({
    outcome: "unknown-call",
    call_id: null,
  });
  expect(await deliver(child("ringing", 2))).toMatchObject({ outcome: "duplicate" });
  expect(
    await database().query("select event, status from call_events where call_id is null"),
  ).toEqual([{ event: "ringing", status: "ringing" }]);
});
