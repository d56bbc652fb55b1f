import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { groupId, roomPlayer, roomSid } from "./support/rooms.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(roomPlayer);
});
beforeEach(() => database().query("delete from calls"));

const sid = roomSid(1);
const pair = matchId("member");
const ask = async (sql: string, values: unknown[]) => {
  const [row] = await database().query<{ answer: Record<string, unknown> }>(
    `select ${sql} as answer`,
    values,
  );
  return row?.answer;
};
const begin = (who: Person, match = pair) =>
  ask("begin_room_call($1, 'video', $2, $3)", [sid, personId(who), match]);
const join = (who: Person) =>
  ask("record_call_event($1, $2, 'participant-connected', 'in-progress', $2, p_profile_id => $3)", [
    sid,
    `PA-${who}`,
    personId(who),
  ]);
const isHeard = (who: Person, time = 1) =>
  ask("record_call_event($1, $2, 'track-enabled', 'in-progress', $3, p_profile_id => $4)", [
    sid,
    `PA-${who}`,
    `track-${who}-${time}`,
    personId(who),
  ]);
const goes = (who: Person) =>
  ask(
    "record_call_event($1, $2, 'participant-disconnected', 'completed', $3, p_profile_id => $4)",
    [sid, `PA-${who}`, `gone-${who}`, personId(who)],
  );
const roomEnds = () => ask("record_call_event($1, $1, 'room-ended', 'completed', 'end', 0)", [sid]);
const leave = (who: Person) => ask("leave_room_call($1, $2)", [sid, personId(who)]);
const decline = (who: Person) => ask("leave_room_call($1, $2, true)", [sid, personId(who)]);
const call = async () => {
  const [row] = await database().query("select status, end_reason from calls");
  return row;
};
const statusOf = async (who: Person) => {
  const rows = await database().query<{ status: string }>(
    "select status from call_participants where profile_id = $1",
    [personId(who)],
  );
  return rows.map(({ status }) => status).join();
};

describe("in a room of two", () => {
  test("whoever leaves ends it for both", async () => {
    await begin("owner");
    await join("owner");
    await join("member");
    expect(await leave("member")).toEqual({ outcome: "left", end: "room" });
    expect(await call()).toEqual({ status: "completed", end_reason: "hangup" });
    expect([await statusOf("owner"), await statusOf("member")]).toEqual(["completed", "completed"]);
  });

  test("a caller who gives up, even before being in the room, cancels", async () => {
    await begin("owner");
    expect(await leave("owner")).toEqual({ outcome: "left", end: "room" });
    expect(await call()).toEqual({ status: "canceled", end_reason: "canceled" });
    expect(await statusOf("member")).toBe("canceled");
  });

  test("a caller whose browser has counted 40 seconds was not answered", async () => {
    await begin("owner");
    await join("owner");
    await database().query("update calls set started_at = now() - interval '39.5 seconds'");
    await leave("owner");
    expect(await call()).toEqual({ status: "no-answer", end_reason: "no-answer" });
    expect(await statusOf("member")).toBe("no-answer");
  });

  test.for([
    ["declines", decline],
    ["hangs up while it rings", leave],
  ] as const)("who %s ends it as declined", async ([, act]) => {
    await begin("owner");
    await join("owner");
    expect(await act("member")).toEqual({ outcome: "declined", end: "room" });
    expect(await call()).toEqual({ status: "busy", end_reason: "declined" });
  });

  test("who has answered on one device cannot decline on another", async () => {
    await begin("owner");
    await join("owner");
    await join("member");
    expect(await decline("member")).toEqual({ outcome: "joined", end: null });
    expect(await call()).toEqual({ status: "in-progress", end_reason: null });
  });

  test("a caller cannot decline their own call", async () => {
    await begin("owner");
    expect(await decline("owner")).toEqual({ outcome: "joined", end: null });
    expect(await call()).toMatchObject({ status: "ringing" });
  });

  test("leaving again changes nothing; the room is asked for until the provider says it is over", async () => {
    await begin("owner");
    await leave("owner");
    const before = await database().query("select * from calls");
    expect(await leave("owner")).toEqual({ outcome: "over", end: "room" });
    expect(await decline("member")).toEqual({ outcome: "over", end: "room" });
    expect(await database().query("select * from calls")).toEqual(before);
    await roomEnds();
    expect(await leave("member")).toEqual({ outcome: "over", end: null });
  });

  test("the provider's later word of its end does not make it longer", async () => {
    await begin("owner");
    await join("owner");
    await join("member");
    await leave("owner");
    const before = await database().query("select * from calls");
    await ask(
      "record_call_event($1, $1, 'room-ended', 'completed', 'end', p_occurred_at => now() + interval '9 seconds')",
      [sid],
    );
    expect(await database().query("select * from calls")).toEqual(before);
  });

  test("others can neither leave nor decline it, nor can anybody a room that is not there", async () => {
    expect(await leave("owner")).toEqual({ outcome: "unknown", end: null });
    await begin("owner");
    expect(await leave("stranger")).toEqual({ outcome: "unknown", end: null });
    expect(await decline("stranger")).toEqual({ outcome: "unknown", end: null });
    expect(await call()).toMatchObject({ status: "ringing" });
  });
});

describe("in a room of a group", () => {
  test("the others talk on until the last has left", async () => {
    await begin("owner", groupId);
    for (const who of ["owner", "member", "stranger"] as const) await join(who);
    expect(await leave("owner")).toEqual({ outcome: "left", end: "participant" });
    expect(await leave("member")).toEqual({ outcome: "left", end: "participant" });
    expect(await call()).toEqual({ status: "in-progress", end_reason: null });
    expect(await statusOf("bystander")).toBe("ringing");
    expect(await leave("stranger")).toEqual({ outcome: "left", end: "room" });
    expect(await call()).toEqual({ status: "completed", end_reason: "hangup" });
    expect(await statusOf("bystander")).toBe("canceled");
  });

  test("a caller who is alone and gives up ends it", async () => {
    await begin("owner", groupId);
    await join("owner");
    await decline("member");
    expect(await leave("owner")).toEqual({ outcome: "left", end: "room" });
    expect(await call()).toEqual({ status: "canceled", end_reason: "canceled" });
  });

  test("it rings on until all have declined", async () => {
    await begin("owner", groupId);
    expect(await decline("member")).toEqual({ outcome: "declined", end: null });
    expect(await decline("stranger")).toEqual({ outcome: "declined", end: null });
    expect(await decline("stranger")).toEqual({ outcome: "declined", end: null });
    expect(await call()).toMatchObject({ status: "ringing" });
    expect(await decline("bystander")).toEqual({ outcome: "declined", end: "room" });
    expect(await call()).toEqual({ status: "busy", end_reason: "declined" });
  });

  test("who declines while others talk does not disturb them, and can still join", async () => {
    await begin("owner", groupId);
    for (const who of ["owner", "member"] as const) await join(who);
    for (const who of ["stranger", "bystander"] as const) await decline(who);
    expect(await call()).toMatchObject({ status: "in-progress" });
    await join("stranger");
    expect(await statusOf("stranger")).toBe("busy,in-progress");
    expect(
      await database().query(
        `select p ->> 'status' as status from calls, jsonb_array_elements(participants) p
         where p ->> 'profile_id' = $1`,
        [personId("stranger")],
      ),
    ).toEqual([{ status: "in-progress" }]);
  });
});

describe("taken out of rooms", () => {
  const expel = (who: Person, match: string | null = null) =>
    database().query("select * from expel_from_rooms($1, $2, 'blocked')", [personId(who), match]);
  const withChange = async (change: string, undo: string, work: () => Promise<void>) => {
    await database().query(change);
    await work().finally(() => database().query(undo));
  };

  test("is nobody who may be there", async () => {
    await begin("owner");
    expect(await expel("owner")).toEqual([]);
    expect(await expel("stranger")).toEqual([]);
  });

  test("is whom a block keeps apart from the other, who is rung or talks; the call is over", async () => {
    await begin("owner");
    await join("owner");
    const both = `'${personId("member")}', '${personId("owner")}'`;
    await withChange(
      `insert into blocks (blocker_id, blocked_id) values (${both})`,
      `delete from blocks where (blocker_id, blocked_id) = (${both})`,
      async () => {
        expect(await expel("member", groupId)).toEqual([]);
        expect(await expel("member")).toEqual([{ provider_sid: sid, ends: "room" }]);
        expect(await call()).toEqual({ status: "canceled", end_reason: "blocked" });
        // Completing it may have failed.
        for (const who of ["owner", "member"] as const) {
          expect(await expel(who)).toEqual([{ provider_sid: sid, ends: "room" }]);
        }
        await roomEnds();
        expect(await expel("owner")).toEqual([]);
        expect(await call()).toEqual({ status: "canceled", end_reason: "blocked" });
      },
    );
  });

  test("is who has left the group, while the others talk on", async () => {
    await begin("owner", groupId);
    for (const who of ["owner", "member", "stranger"] as const) await join(who);
    const of = `where match_id = '${groupId}' and profile_id = '${personId("stranger")}'`;
    await withChange(
      `update match_members set left_at = now() ${of}`,
      `update match_members set left_at = null ${of}`,
      async () => {
        expect(await expel("stranger", groupId)).toEqual([
          { provider_sid: sid, ends: "participant" },
        ]);
        expect(await statusOf("stranger")).toBe("completed");
        expect(await call()).toEqual({ status: "in-progress", end_reason: null });
        // Until the provider says that they are gone, they may be there still.
        expect(await expel("stranger", groupId)).toEqual([
          { provider_sid: sid, ends: "participant" },
        ]);
        expect(await isHeard("stranger")).toMatchObject({ remove: "participant" });
        await goes("stranger");
        expect(await expel("stranger", groupId)).toEqual([]);
        expect(await isHeard("stranger", 2)).toMatchObject({ remove: null });
      },
    );
  });

  test("is not for ever: who was rung then and is back in the group can join", async () => {
    await begin("owner", groupId);
    await join("owner");
    const of = `where match_id = '${groupId}' and profile_id = '${personId("stranger")}'`;
    await withChange(
      `update match_members set left_at = now() ${of}`,
      `update match_members set left_at = null ${of}`,
      async () => {
        await expel("stranger");
        expect(await statusOf("stranger")).toBe("canceled");
      },
    );
    await join("stranger");
    expect(await statusOf("stranger")).toBe("in-progress");
    expect(await call()).toMatchObject({ status: "in-progress" });
  });

  test("is everybody when the rooms of a match are closed", async () => {
    await begin("owner", groupId);
    await join("owner");
    const close = () => database().query("select close_rooms($1) as sid", [groupId]);
    expect(await close()).toEqual([{ sid }]);
    expect(await close()).toEqual([{ sid }]);
    await roomEnds();
    expect(await close()).toEqual([]);
    expect(await call()).toEqual({ status: "canceled", end_reason: "canceled" });
  });
});

test("a provider whose clock is ahead of ours does not unmake an answered call", async () => {
  await begin("owner");
  await join("owner");
  await join("member");
  await database().query(
    "update call_participants set joined_at = joined_at + interval '3 seconds'",
  );
  await leave("owner");
  expect(await call()).toEqual({ status: "completed", end_reason: "hangup" });
});
