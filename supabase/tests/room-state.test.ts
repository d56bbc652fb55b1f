import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { scenarios } from "./support/room-scenarios.ts";
import {
  joins,
  leaves,
  matches,
  ordersOf,
  outcomesOf,
  type RoomEvent,
  room,
  roomPlayer,
  track,
} from "./support/rooms.ts";
import { makeWorld, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(roomPlayer);
});
beforeEach(() => database().query("delete from calls"));

describe("in whatever order and however often its events come", () => {
  test.for(Object.entries(scenarios))(
    "%s ends the same",
    { timeout: 60_000 },
    async ([, { match, events, call, legs, missed }]) => {
      const [status, reason, answered, ended, seconds] = call;
      const outcomes = await outcomesOf(database(), match, events);
      expect(outcomes).toEqual([
        {
          orders: ordersOf(events.length).length,
          outcome: expect.objectContaining({
            ...{ status, reason, answered, ended, seconds, legs },
            lines: 1,
            events: events.filter((event) => "event" in event).length,
            "told that it was missed": missed ? 1 : 0,
          }),
        },
      ]);
    },
  );
});

const query = async (sql: string, ...values: unknown[]) => {
  const [row] = await database().query<{ answer: Record<string, unknown> }>(
    `select ${sql} as answer`,
    values,
  );
  return row?.answer;
};
const begin = (match: keyof typeof matches) => query("test.begin_room('a', $1)", matches[match]);
const deliver = (event: RoomEvent) => query("test.deliver('a', $1)", JSON.stringify(event));
const show = () => query("test.show('a')");

describe("while a room is live", () => {
  test("it rings until a second person is there", async () => {
    await begin("pair");
    expect(await show()).toMatchObject({
      status: "ringing",
      people: ["owner initiated", "member ringing"],
      lines: 0,
    });
    expect(await deliver(joins("owner", 1))).toMatchObject({ status: "ringing", ended: false });
    expect(await deliver(joins("member", 9))).toMatchObject({ status: "in-progress" });
    expect(await show()).toMatchObject({
      answered: 9,
      ended: null,
      seconds: null,
      reason: null,
      people: ["owner in-progress", "member in-progress"],
      lines: 0,
    });
  });

  test("one person on two devices does not answer their own call", async () => {
    await begin("pair");
    await deliver(joins("owner", 1));
    expect(await deliver(joins("owner", 5, 2))).toMatchObject({ status: "ringing" });
  });

  test("who reloads the page is shown once, and as being there", async () => {
    await begin("pair");
    await deliver(joins("owner", 1));
    await deliver(joins("member", 9));
    await deliver(leaves("member", 20, 11));
    expect(await show()).toMatchObject({ people: ["owner in-progress", "member completed"] });
    expect(await deliver(joins("member", 22, 2))).toMatchObject({ status: "in-progress" });
    expect(await show()).toMatchObject({
      answered: 9,
      people: ["owner in-progress", "member in-progress"],
    });
  });

  test("events that come at the same time all count, each once", async () => {
    await begin("pair");
    const events = [joins("owner", 1), joins("member", 9), leaves("member", 19, 10)];
    await Promise.all([...events, ...events, ...events].map(deliver));
    expect(await show()).toMatchObject({ status: "in-progress", answered: 9, events: 3 });
  });

  test("the end of the room ends the call, once", async () => {
    await begin("pair");
    await deliver(joins("owner", 1));
    expect(await deliver(room("ended", 5))).toMatchObject({ ended: true, status: "canceled" });
    expect(await deliver(room("ended", 5))).toMatchObject({ outcome: "duplicate", ended: false });
    expect(await deliver(leaves("owner", 5, 4))).toMatchObject({ ended: false });
  });
});

test("a call ended because of a block says so to the server alone", async () => {
  await begin("pair");
  await deliver(joins("owner", 1));
  await deliver(joins("member", 9));
  await query("array_to_json(array(select close_rooms($1, 'blocked')))", matches.pair);
  await deliver(room("ended", 30));
  expect(await show()).toMatchObject({ status: "completed", reason: "blocked" });
  expect(await database().query("select shown_end_reason from calls")).toEqual([
    { shown_end_reason: "hangup" },
  ]);
});

test("an event of a room that is not known is kept in the audit log", async () => {
  expect(await deliver(joins("owner", 1))).toMatchObject({
    outcome: "unknown-call",
    call_id: null,
    remove: null,
  });
  expect(await deliver(joins("owner", 1))).toMatchObject({ outcome: "duplicate" });
  expect(await database().query("select event from call_events where call_id is null")).toEqual([
    { event: "participant-connected" },
  ]);
});

describe("who is reported to be in a room is told to be put out", () => {
  const endMatch = "update matches set ended_at = now()";
  const revive = "update matches set ended_at = null where id = any ($1)";
  const liveMatches = [Object.values(matches)];

  test("never, while they may be there", async () => {
    await begin("pair");
    expect(await deliver(joins("owner", 1))).toMatchObject({ remove: null });
    expect(await deliver(track("added", "owner", 2))).toMatchObject({ remove: null });
  });

  test("when the match has ended, each time it is reported, until they have left", async () => {
    await begin("pair");
    await database().query(endMatch);
    expect(await deliver(joins("member", 1))).toMatchObject({ remove: "participant" });
    expect(await deliver(joins("member", 1))).toMatchObject({
      outcome: "duplicate",
      remove: "participant",
    });
    await deliver(leaves("member", 2, 1));
    expect(await deliver(joins("member", 1))).toMatchObject({ remove: null });
    await database().query(revive, liveMatches);
  });

  test("when they have left the group", async () => {
    await begin("group");
    const left = (value: string) =>
      database().query(`update match_members set left_at = ${value} where profile_id = $1`, [
        personId("stranger"),
      ]);
    await left("now()");
    expect(await deliver(joins("stranger", 1))).toMatchObject({ remove: "participant" });
    expect(await deliver(joins("member", 1))).toMatchObject({ remove: null });
    await left("null");
  });

  test("with the whole room, when its call is over and the provider does not know", async () => {
    await begin("pair");
    await database().query("select leave_room_call(test.sid('RM', 'a'), $1)", [personId("owner")]);
    expect(await deliver(joins("member", 1))).toMatchObject({ remove: "room" });
    await deliver(room("ended", 2));
    expect(await deliver(joins("member", 1))).toMatchObject({ remove: null });
  });
});
