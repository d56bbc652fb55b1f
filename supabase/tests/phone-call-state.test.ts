import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import {
  everybodyTakesPhoneCalls,
  type Outcome,
  outcomesOf,
  type PhoneEvent,
  phonePlayer,
} from "./support/phone-calls.ts";
import { makeWorld } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await everybodyTakesPhoneCalls(fresh);
  await fresh.script(phonePlayer);
});
// The world's own calls would make its people busy.
beforeEach(() => database().query("delete from calls"));

const app = (status: string, at: number, duration?: number): PhoneEvent => ({
  ...{ leg: "app", status, at },
  ...(duration !== undefined && { duration }),
});
const phone = (status: string, at: number, duration?: number): PhoneEvent => ({
  ...app(status, at, duration),
  leg: "phone",
});
const parent = (status: string, at: number, duration?: number): PhoneEvent => ({
  ...app(status, at, duration),
  leg: "parent",
});
const accepted = (at: number): PhoneEvent => ({ ...phone("in-progress", at), event: "accepted" });
const dialled = (event: PhoneEvent): PhoneEvent => ({ ...event, event: "dial-result" });
const hungUp = (at: number): PhoneEvent => ({ ...parent("completed", at), event: "hung-up" });

interface Scenario {
  events: PhoneEvent[];
  early?: PhoneEvent[];
  /** Events that the server records one after the other. */
  kept?: number[];
  outcome: Outcome;
}

const scenarios: Record<string, Scenario> = {
  "a call that the app takes": {
    events: [
      app("in-progress", 12),
      app("completed", 52, 40),
      dialled(app("completed", 52, 40)),
      parent("completed", 53, 53),
    ],
    outcome: {
      call: ["completed", "hangup", 12, 52, 40],
      legs: {
        parent: ["caller", "phone", false, "completed", null],
        app: ["callee", "app", true, "completed", 12],
      },
      lines: 1,
      missed: 0,
    },
  },
  "a call that the app lets ring and the telephone takes by its key": {
    events: [
      app("no-answer", 20),
      phone("in-progress", 25),
      accepted(30),
      phone("completed", 70, 45),
      hungUp(71),
    ],
    kept: [2, 4],
    outcome: {
      call: ["completed", "hangup", 30, 70, 40],
      legs: {
        parent: ["caller", "phone", false, "completed", null],
        app: ["callee", "app", true, "no-answer", null],
        phone: ["callee", "phone", true, "completed", 30],
      },
      lines: 1,
      missed: 0,
    },
  },
  "a call that an answering machine picks up": {
    events: [
      app("no-answer", 20),
      phone("in-progress", 25),
      dialled(phone("completed", 40, 15)),
      hungUp(41),
    ],
    kept: [2, 3],
    outcome: {
      call: ["no-answer", "no-answer", null, 41, 0],
      legs: {
        parent: ["caller", "phone", false, "completed", null],
        app: ["callee", "app", true, "no-answer", null],
        phone: ["callee", "phone", true, "no-answer", null],
      },
      lines: 1,
      missed: 1,
    },
  },
  "a call that nobody takes": {
    events: [
      app("no-answer", 20),
      dialled(phone("no-answer", 48)),
      hungUp(48),
      parent("completed", 51, 51),
    ],
    kept: [1, 2],
    outcome: {
      call: ["no-answer", "no-answer", null, 48, 0],
      legs: {
        parent: ["caller", "phone", false, "completed", null],
        app: ["callee", "app", true, "no-answer", null],
        phone: ["callee", "phone", true, "no-answer", null],
      },
      lines: 1,
      missed: 1,
    },
  },
  "a call by the server that its caller does not pick up": {
    early: [parent("initiated", 0)],
    events: [parent("ringing", 1), parent("no-answer", 31)],
    outcome: {
      call: ["no-answer", "no-answer", null, 31, 0],
      legs: {
        parent: ["caller", "phone", false, "no-answer", null],
        none: ["callee", "app", true, "queued", null],
      },
      lines: 1,
      missed: 0,
    },
  },
  "a call by the server, picked up before there was a row": {
    early: [parent("ringing", 1), parent("in-progress", 5)],
    events: [
      app("ringing", 8),
      app("in-progress", 12),
      dialled(app("completed", 42, 30)),
      parent("completed", 43, 38),
    ],
    outcome: {
      call: ["completed", "hangup", 12, 42, 30],
      legs: {
        parent: ["caller", "phone", false, "completed", 5],
        app: ["callee", "app", true, "completed", 12],
      },
      lines: 1,
      missed: 0,
    },
  },
};

describe("in whatever order and however often its events come", () => {
  test.for(Object.entries(scenarios))("%s ends the same", async ([, scenario]) => {
    const { events, early = [], kept = [], outcome } = scenario;
    expect(await outcomesOf(database(), events, { early, kept })).toEqual([outcome]);
  });
});

const begin = () => database().query("select test.begin_phone('a')");
const deliver = async (event: PhoneEvent) => {
  await database().query("select test.deliver_phone('a', $1)", [JSON.stringify(event)]);
  const [row] = await database().query<{ show: Outcome }>("select test.show_phone('a') as show");
  return row?.show.call[0];
};

test("while it is live, the row tells whose telephone rings", async () => {
  await begin();
  expect(await deliver(parent("ringing", 1))).toBe("initiated");
  expect(await deliver(parent("in-progress", 5))).toBe("ringing");
  expect(await deliver(app("no-answer", 25))).toBe("ringing");
  expect(await deliver(phone("in-progress", 30))).toBe("ringing");
  expect(await deliver(accepted(34))).toBe("in-progress");
  expect(await deliver(phone("completed", 60, 30))).toBe("in-progress");
  expect(await deliver(parent("completed", 61, 56))).toBe("completed");
});

test("a block in the middle stays on record, and neither learns of it", async () => {
  await begin();
  await deliver(app("in-progress", 10));
  await database().query("update calls set end_reason = 'blocked'");
  await deliver(app("completed", 20, 10));
  await deliver(parent("completed", 20, 20));
  expect(await database().query("select status, end_reason, shown_end_reason from calls")).toEqual([
    { status: "completed", end_reason: "blocked", shown_end_reason: "hangup" },
  ]);
});
