import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { groupId, roomPlayer, roomSid } from "./support/rooms.ts";
import { callSid, makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(roomPlayer);
});
beforeEach(() => database().query("delete from calls"));

const ask = async (sql: string, values: unknown[]) => {
  const [row] = await database().query<{ answer: Record<string, unknown> }>(
    `select ${sql} as answer`,
    values,
  );
  return row?.answer;
};
const pair = matchId("member");
const find = (who: Person, match = pair) => ask("find_room($1, $2)", [match, personId(who)]);
const begin = (who: Person, { match = pair, sid = roomSid(1), kind = "video" } = {}) =>
  ask("begin_room_call($1, $2, $3, $4)", [sid, kind, personId(who), match]);
const join = (who: Person, sid = roomSid(1), event = "participant-connected") =>
  ask("record_call_event($1, $2, $3, 'in-progress', $2 || $3, p_profile_id => $4)", [
    sid,
    `PA-${sid}-${who}`,
    event,
    personId(who),
  ]);
const voice = (from: Person, to: Person) =>
  ask("begin_call($1, 'voice', $2, $3)", [callSid(500), personId(from), personId(to)]);
const calls = () =>
  database().query("select provider_sid, status, end_reason from calls order by started_at, id");
const legs = () =>
  database().query<{ who: string; status: string }>(
    `select profiles.display_name as who, role, status, leg_sid from call_participants p
     join profiles on profiles.id = p.profile_id order by role, who`,
  );

describe("who may open a room", () => {
  test("either of a pair: the other is rung", async () => {
    expect(await find("owner")).toEqual({ outcome: "none", match_kind: "pair" });
    expect(await begin("owner")).toEqual({
      outcome: "dial",
      call_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: "video",
      alert: false,
    });
    expect(await calls()).toEqual([
      { provider_sid: roomSid(1), status: "ringing", end_reason: null },
    ]);
    expect(await legs()).toEqual([
      { who: "owner", role: "caller", status: "initiated", leg_sid: null },
      { who: "member", role: "callee", status: "ringing", leg_sid: null },
    ]);
    expect(await find("member")).toMatchObject({
      outcome: "live",
      sid: roomSid(1),
      kind: "video",
      doubtful: true,
    });
  });

  test("any member of a group: all others are rung", async () => {
    expect(await find("stranger", groupId)).toEqual({ outcome: "none", match_kind: "group" });
    expect(await begin("stranger", { match: groupId, kind: "voice" })).toMatchObject({
      outcome: "dial",
      kind: "voice",
    });
    expect((await legs()).map(({ who }) => who)).toEqual([
      "stranger",
      "bystander",
      "member",
      "owner",
    ]);
  });

  test.for<[string, Person, string]>([
    ["somebody who is not in the match", "stranger", pair],
    ["somebody without a profile", "newcomer", pair],
    ["somebody in a match that has ended", "owner", matchId("ended")],
    ["somebody who has left", "former", matchId("former")],
    ["somebody whose match has left", "owner", matchId("former")],
    ["somebody whose match they have blocked", "owner", matchId("blocked")],
    ["somebody who was blocked", "owner", matchId("blocker")],
    ["anybody in a match that does not exist", "owner", personId("owner")],
  ])("not %s, and nothing is recorded", async ([, who, match]) => {
    expect(await find(who, match)).toEqual({ outcome: "refused" });
    expect(await begin(who, { match })).toEqual({ outcome: "refused" });
    expect(await calls()).toEqual([]);
  });

  test("nobody by the SID of a room of another match", async () => {
    await begin("owner");
    expect(await begin("stranger", { match: groupId })).toEqual({ outcome: "refused" });
  });
});

describe("a room that is there", () => {
  test("is joined by the second of two who call each other at once", async () => {
    const answers = await Promise.all([begin("owner"), begin("member")]);
    expect(answers.map((answer) => answer?.outcome)).toEqual(["dial", "joined"]);
    expect(answers[0]?.call_id).toBe(answers[1]?.call_id);
    expect(await legs()).toHaveLength(2);
  });

  test("is beyond doubt once somebody is in it", async () => {
    await begin("owner");
    await join("owner");
    expect(await find("member")).toMatchObject({ outcome: "live", doubtful: false });
  });

  test("is in doubt when nothing has been heard of it for a while, as after lost callbacks", async () => {
    await begin("owner");
    await join("owner");
    await database().query("update call_events set received_at = now() - interval '61 seconds'");
    expect(await find("member")).toMatchObject({ outcome: "live", doubtful: true });
  });

  test("is over when its call is, and is then to be completed", async () => {
    await begin("owner");
    await ask("leave_room_call($1, $2)", [roomSid(1), personId("owner")]);
    expect(await find("member")).toMatchObject({ outcome: "none" });
    expect(await begin("member")).toMatchObject({ outcome: "over" });
  });

  test("ends the one before it, whose end was not reported", async () => {
    await begin("owner");
    expect(await begin("member", { sid: roomSid(2) })).toMatchObject({ outcome: "dial" });
    expect(await calls()).toEqual([
      { provider_sid: roomSid(1), status: "canceled", end_reason: "canceled" },
      { provider_sid: roomSid(2), status: "ringing", end_reason: null },
    ]);
  });

  test("has what was told of it before there was a row", async () => {
    const created = "record_call_event($1, $1, 'room-created', 'initiated', 'key')";
    expect(await ask(created, [roomSid(1)])).toMatchObject({ outcome: "unknown-call" });
    await begin("owner");
    expect(
      await database().query("select event from call_events where call_id is not null"),
    ).toEqual([{ event: "room-created" }]);
  });

  test("that ended before there was a row is not left ringing", async () => {
    await ask("record_call_event($1, $1, 'room-ended', 'completed', 'key')", [roomSid(1)]);
    expect(await begin("owner")).toMatchObject({ outcome: "over" });
    expect(await calls()).toMatchObject([{ status: "canceled" }]);
  });
});

describe("busy", () => {
  test("when the other is in a voice call: recorded, with its line and no ring", async () => {
    await voice("owner", "member");
    expect(await begin("member")).toMatchObject({ outcome: "busy" });
    expect(await begin("member")).toMatchObject({ outcome: "busy" });
    expect(
      await database().query(
        `select c.status, c.end_reason, c.duration_seconds, m.kind
         from calls c join messages m on m.call_id = c.id where provider_sid = $1`,
        [roomSid(1)],
      ),
    ).toEqual([{ status: "busy", end_reason: "busy", duration_seconds: 0, kind: "call" }]);
    expect(await find("owner")).toMatchObject({ outcome: "none" });
  });

  test("its end, told by the provider, does not change it", async () => {
    await voice("owner", "member");
    await begin("member");
    const show = () =>
      database().query("select * from calls where provider_sid = $1", [roomSid(1)]);
    const before = await show();
    const ended = "record_call_event($1, $1, 'room-ended', 'completed', 'key', 0)";
    expect(await ask(ended, [roomSid(1)])).toMatchObject({ ended: false, missed: false });
    expect(await show()).toEqual(before);
  });

  test("in a group those who are free are rung", async () => {
    await voice("owner", "member");
    expect(await begin("stranger", { match: groupId })).toMatchObject({ outcome: "dial" });
    const rung = (await legs()).filter(({ status }) => status === "ringing");
    expect(rung.map(({ who }) => who)).toEqual(["bystander"]);
  });

  test("who is rung by a room is busy to others, by voice and by room", async () => {
    await begin("stranger", { match: groupId });
    expect(await voice("owner", "member")).toMatchObject({ outcome: "busy" });
    expect(await begin("owner", { sid: roomSid(2) })).toMatchObject({ outcome: "busy" });
  });

  test("who let it ring out is free again, though the others talk on", async () => {
    await begin("stranger", { match: groupId });
    await join("stranger");
    await join("bystander");
    await database().query("update calls set started_at = now() - interval '46 seconds'");
    expect(await voice("owner", "member")).toMatchObject({ outcome: "dial" });
  });

  test("who has declined is free at once", async () => {
    await begin("stranger", { match: groupId });
    await ask("leave_room_call($1, $2, true)", [roomSid(1), personId("member")]);
    expect(await voice("owner", "member")).toMatchObject({ outcome: "dial" });
  });

  test.for<[string, string, string]>([
    ["an hour ago", "1 hour", "busy"],
    ["five hours ago, of which no end was heard,", "5 hours", "dial"],
  ])("who joined a room %s is %s", async ([, ago, outcome]) => {
    await begin("stranger", { match: groupId });
    await join("member");
    await database().query(
      `update call_participants set joined_at = now() - interval '${ago}' where status = 'in-progress'`,
    );
    await database().query("update calls set started_at = now() - interval '6 hours'");
    expect(await voice("owner", "member")).toMatchObject({ outcome });
  });
});
