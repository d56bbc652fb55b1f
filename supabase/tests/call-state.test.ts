import { beforeEach, describe, expect, test } from "vitest";
import { child, dialResult, parent, ringing, scenarios } from "./support/call-scenarios.ts";
import { type CallEvent, callPlayer, outcomesOfAllOrders } from "./support/calls.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(callPlayer);
});
// The world's own calls would make its people busy.
beforeEach(() => database().query("delete from calls"));

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
            "told that it was missed": scenario.missed ? 1 : 0,
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

test("a call ended because of a block says so, to the server alone", async () => {
  await begin();
  await deliver(child("in-progress", 9));
  await database().query("update calls set end_reason = 'blocked'");
  await deliver(child("completed", 19, { duration: 10 }));
  expect(await show()).toMatchObject({ status: "completed", reason: "blocked", seconds: 10 });

  expect(await database().query("select shown_end_reason from calls")).toEqual([
    { shown_end_reason: "hangup" },
  ]);
  const told = await database().query<{ text: string }>(
    "select payload::text as text from realtime.messages where event in ('call', 'message')",
  );
  expect(told.length).toBeGreaterThan(0);
  for (const { text } of told) expect(text).not.toContain("blocked");
});

test("a caller who hangs up before the call is let through is not left ringing", async () => {
  expect(await deliver(parent("canceled", 1))).toMatchObject({ outcome: "unknown-call" });
  await begin();
  expect(await show()).toMatchObject({
    status: "canceled",
    reason: "canceled",
    ended: 1,
    seconds: 0,
    events: 1,
    lines: 1,
  });
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
