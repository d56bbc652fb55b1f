import { beforeEach, describe, expect, test } from "vitest";
import { become } from "./support/actors.ts";
import { testDatabase } from "./support/database.ts";
import { groupId, joins, leaves, type RoomEvent, room, roomPlayer } from "./support/rooms.ts";
import { callSid, makeWorld, type Person, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(roomPlayer);
  // Who calls in these tests; a group has people who are no pairs.
  await fresh.query("update profiles set display_name = 'Inês' where id = $1", [
    personId("member"),
  ]);
});
beforeEach(() => database().query("delete from calls"));

interface Remembered {
  sid: string;
  outcome: string;
  is_outgoing: boolean;
  match_id: string | null;
  caller_id: string | null;
  duration_seconds: number | null;
  participants: { profile_id: string | null; name: string | null }[];
}

/** What a person gets from one of the functions. */
async function ask<T>(who: Person, call: string, values: unknown[] = []): Promise<T[]> {
  return database().transaction(async (tx) => {
    await become(tx, "authenticated", personId(who));
    const rows = await tx.query<{ answer: T }>(`select ${call} as answer`, values);
    await tx.query("select set_config('role', 'none', true)");
    return rows.map(({ answer }) => answer);
  });
}

const list = (who: Person, filters = "") => ask<Remembered>(who, `list_calls(50${filters})`);
const outcomes = async (who: Person) => (await list(who)).map(({ outcome }) => outcome);

async function begin(sid: string, caller: Person, callee: Person, kind = "voice") {
  await database().query("select begin_call($1, $2::call_kind, $3, $4)", [
    ...[sid, kind, personId(caller), personId(callee)],
  ]);
}

let lastKey = 0;
async function hear(sid: string, leg: string, status: string, at: number, seconds?: number) {
  lastKey += 1;
  await database().query(
    `select record_call_event($1, $2, $3::text, $3::text::call_status, $4,
       p_occurred_at => timestamptz '2026-01-01 12:00Z' + make_interval(secs => $5),
       p_duration_seconds => $6)`,
    [sid, leg, status, `key ${lastKey}`, at, seconds ?? null],
  );
}

/** Puts calls on a person's list, the first a minute ago, each a minute before. */
async function calls(...between: [caller: Person, callee: Person, kind?: string][]) {
  const sids = [];
  for (const [n, [caller, callee, kind]] of between.entries()) {
    const sid = callSid(0x100 + n);
    await begin(sid, caller, callee, kind);
    await hear(sid, callSid(0x200 + n), "no-answer", 20);
    await database().query(
      "update calls set started_at = now() - make_interval(mins => $2::integer) where provider_sid = $1",
      [sid, n + 1],
    );
    sids.push(sid);
  }
  return sids;
}

describe("what a call was", () => {
  test("depends on who looks at it, and is known when it is over", async () => {
    const [sid, leg] = [callSid(1), callSid(2)];
    await begin(sid, "owner", "member");
    expect(await outcomes("owner")).toEqual(["live"]);
    await hear(sid, leg, "in-progress", 5);
    await hear(sid, leg, "completed", 65, 60);
    expect(await list("owner")).toMatchObject([{ outcome: "answered", is_outgoing: true }]);
    expect(await list("member")).toMatchObject([
      { outcome: "answered", is_outgoing: false, duration_seconds: 60 },
    ]);
  });

  test("that was missed is new until the list has been looked at, for oneself alone", async () => {
    await calls(["owner", "member"], ["owner", "member"], ["member", "owner"]);
    const news = async (who: Person) => (await ask<number>(who, "missed_calls()"))[0];
    expect([await news("member"), await news("owner")]).toEqual([2, 1]);
    await ask("member", "see_missed_calls()");
    expect([await news("member"), await news("owner")]).toEqual([0, 1]);
  });

  test.for([
    ["no-answer", "unanswered", "missed"],
    ["busy", "unanswered", "declined"],
    ["canceled", "unanswered", "missed"],
    ["failed", "unanswered", "missed"],
  ] as const)("%s: to the caller %s, to the callee %s", async ([status, caller, callee]) => {
    await begin(callSid(1), "owner", "member");
    await hear(callSid(1), callSid(2), status, 9);
    expect(await outcomes("owner")).toEqual([caller]);
    expect(await outcomes("member")).toEqual([callee]);
  });

  test("while one is in another call it is missed", async () => {
    await database().query(
      `with made as (insert into matches default values returning id)
       insert into match_members (match_id, profile_id, call_permission)
       select id, unnest($1::uuid[]), 'video' from made`,
      [[personId("member"), personId("stranger")]],
    );
    await begin(callSid(1), "owner", "member");
    await hear(callSid(1), callSid(2), "in-progress", 5);
    await begin(callSid(3), "stranger", "member");
    expect(await outcomes("stranger")).toEqual(["unanswered"]);
    expect((await outcomes("member")).toSorted()).toEqual(["live", "missed"]);
  });

  test("in a group is each one's own: who came, who declined, who was not there", async () => {
    await database().query("select test.begin_room('a', $1)", [groupId]);
    const deliver = (event: RoomEvent) =>
      database().query("select test.deliver('a', $1)", [JSON.stringify(event)]);
    await deliver(joins("owner", 1));
    await deliver(joins("member", 10));
    await database().query("select leave_room_call(test.sid('RM', 'a'), $1, true)", [
      personId("stranger"),
    ]);
    await deliver(leaves("member", 40, 30));
    await deliver(joins("member", 50, 2));
    await deliver(leaves("member", 70, 20, 2));
    await deliver(leaves("owner", 100, 99));
    await deliver(room("ended", 100));
    const seen = await Promise.all(
      (["owner", "member", "stranger", "bystander"] as const).map(outcomes),
    );
    expect(seen).toEqual([["answered"], ["answered"], ["declined"], ["missed"]]);
    expect(
      await database().query(
        "select talk_seconds from call_history where profile_id = any ($1) order by talk_seconds",
        [[personId("owner"), personId("member")]],
      ),
    ).toEqual([{ talk_seconds: 50 }, { talk_seconds: 90 }]);
  });

  test("keeps how well each was connected, if they were", async () => {
    const note = async (who: Person, sid: string) => {
      const [row] = await database().query<{ kept: boolean }>(
        "select note_connection($1, $2, 3.5) as kept",
        [sid, personId(who)],
      );
      return row?.kept;
    };
    await begin(callSid(1), "owner", "member");
    await hear(callSid(1), callSid(2), "in-progress", 5);
    expect(await note("member", callSid(2))).toBe(true);
    expect(await note("stranger", callSid(1))).toBe(false);
    await hear(callSid(1), callSid(2), "completed", 65, 60);
    expect(await list("member")).toMatchObject([{ outcome: "answered", quality: 3.5 }]);
    expect(await list("owner")).toMatchObject([{ outcome: "answered", quality: null }]);
    const [missed] = await calls(["owner", "member"]);
    expect(await note("member", missed ?? "")).toBe(false);
  });

  test("is the same when it is worked out anew", async () => {
    await calls(["owner", "member"], ["member", "owner"]);
    const lines = () => database().query("select * from call_history order by call_id, profile_id");
    const kept = await lines();
    await database().query("delete from call_history");
    await database().query("select private.remember_calls(array(select id from calls))");
    expect(await lines()).toEqual(kept);
    expect(kept).toHaveLength(4);
  });
});

describe("a person's calls", () => {
  test("are theirs alone", async () => {
    const [sid] = await calls(["owner", "member"]);
    for (const who of ["stranger", "former", "bystander"] as const) {
      expect(await list(who)).toEqual([]);
      expect(await ask(who, "find_call($1)", [sid])).toEqual([null]);
    }
    expect(await ask("member", "find_call($1)", [callSid(0x200)])).toMatchObject([{ sid }]);
  });

  test("stay after a block, of somebody who has no name any more", async () => {
    const [sid] = await calls(["member", "owner"]);
    await database().rehearse(async (tx) => {
      await tx.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
        ...[personId("member"), personId("owner")],
      ]);
      await become(tx, "authenticated", personId("owner"));
      const [row] = await tx.query<{ answer: Remembered }>("select find_call($1) as answer", [sid]);
      expect(row?.answer).toMatchObject({ match_id: null, caller_id: null, outcome: "missed" });
      expect(row?.answer.participants.map(({ profile_id }) => profile_id).toSorted()).toEqual(
        [null, personId("owner")].toSorted(),
      );
      expect(JSON.stringify(row)).not.toContain(personId("member"));
      expect(JSON.stringify(row)).not.toContain("Inês");
      const named = await tx.query("select list_calls(9, p_search => 'ines')");
      expect(named).toEqual([]);
    });
  });

  test("come in pages that join without a gap, also where two began at once", async () => {
    const sids = await calls(["owner", "member"], ["owner", "member"], ["owner", "member"]);
    await database().query("update calls set started_at = '2026-01-01'");
    const seen: string[] = [];
    let before: [string, string] | null = null;
    for (;;) {
      const page: (Remembered & { id: string; started_at: string })[] = await ask(
        "member",
        "list_calls(1, $1, $2)",
        before ?? [null, null],
      );
      const [call] = page;
      if (!call) break;
      seen.push(call.sid);
      before = [call.started_at, call.id];
    }
    expect(seen.toSorted()).toEqual(sids);
  });

  test.for([
    ["p_outcome => 'missed'", [1]],
    ["p_outcome => 'unanswered'", [0, 2]],
    ["p_kind => 'video'", [2]],
    ["p_kind => 'video', p_outcome => 'missed'", []],
    ["p_group => true", []],
    ["p_group => false", [0, 1, 2]],
    [`p_with_id => '${personId("member")}'`, [0, 1, 2]],
    [`p_with_id => '${personId("stranger")}'`, []],
    ["p_search => 'INES'", [0, 1, 2]],
    ["p_search => ' nês '", [0, 1, 2]],
    ["p_search => 'ines', p_kind => 'voice'", [0, 1]],
    ["p_search => 'nobody'", []],
    ["p_search => '%'", []],
    ["p_search => '555'", []],
  ] as const)("are filtered by %s", async ([filter, found]) => {
    const sids = await calls(
      ["owner", "member"],
      ["member", "owner"],
      ["owner", "member", "video"],
    );
    const rows = await list("owner", `, ${filter}`);
    expect(rows.map(({ sid }) => sids.indexOf(sid))).toEqual(found);
  });

  test("to a number outside are found by its digits, by who dialled it", async () => {
    await database().query("select begin_external_call($1, $2, 'app', '+14155550194')", [
      ...[callSid(1), personId("owner")],
    ]);
    expect(await list("owner", ", p_search => '555 01'")).toMatchObject([{ sid: callSid(1) }]);
    expect(await list("member", ", p_search => '555 01'")).toEqual([]);
  });
});

describe("the figures", () => {
  interface Figures {
    totals: Record<string, number>;
    days: { date: string; calls: number; answered: number; talk_seconds: number }[];
    hours: number[];
    people: { name: string | null; calls: number; is_outside: boolean }[];
  }
  const figures = async (who: Person, from: string, to: string, zone: string) =>
    (await ask<Figures>(who, "call_figures($1, $2, $3)", [from, to, zone]))[0];

  test("count days and hours where the person is", async () => {
    const [talked] = await calls(["owner", "member"], ["member", "owner"]);
    await database().query(
      `update calls set started_at = '2026-01-01 23:30Z', status = 'completed',
         answered_at = '2026-01-01 23:31Z', duration_seconds = 90 where provider_sid = $1`,
      [talked],
    );
    await database().query(
      "update calls set started_at = '2026-01-03 08:00Z' where provider_sid <> $1",
      [talked],
    );
    const utc = await figures("owner", "2026-01-01", "2026-01-02", "UTC");
    expect(utc?.totals).toMatchObject({ calls: 1, outgoing: 1, reached: 1, talk_seconds: 90 });
    expect(utc?.days.map(({ calls }) => calls)).toEqual([1, 0]);
    expect(utc?.hours.indexOf(1)).toBe(23);

    const madrid = await figures("owner", "2026-01-02", "2026-01-03", "Europe/Madrid");
    expect(madrid?.days).toMatchObject([
      { date: "2026-01-02", calls: 1, answered: 1, talk_seconds: 90 },
      { date: "2026-01-03", calls: 1, answered: 0, talk_seconds: 0 },
    ]);
    expect(madrid?.hours[0]).toBe(1);
    expect(madrid?.totals).toMatchObject({ calls: 2, incoming: 1, missed: 1, answered: 0 });
    expect(madrid?.people).toMatchObject([{ name: "Inês", calls: 2 }]);
  });

  test("are of 366 days at most, however many are asked for", async () => {
    expect((await figures("owner", "0001-01-01", "9999-12-31", "UTC"))?.days).toHaveLength(366);
  });

  test("do not name who has blocked somebody, in a group that both are in", async () => {
    await database().rehearse(async (tx) => {
      await tx.query("update matches set title = null where id = $1", [groupId]);
      await tx.query("select test.begin_room('blocked', $1)", [groupId]);
      await tx.query("update calls set status = 'completed', started_at = '2026-01-01 12:00Z'");
      await tx.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
        ...[personId("member"), personId("owner")],
      ]);
      await become(tx, "authenticated", personId("owner"));
      const told = await tx.query<{ answer: Figures }>(
        "select call_figures('2026-01-01', '2026-01-02', 'UTC') as answer",
      );
      expect(told[0]?.answer.people).toMatchObject([{ calls: 1, is_group: true }]);
      expect(JSON.stringify(told)).not.toContain("Inês");
      expect(await tx.query("select list_calls(9, p_search => 'ines')")).toEqual([]);
    });
  });

  test("of nobody are nothing", async () => {
    const none = await figures("stranger", "2026-01-01", "2026-01-07", "America/New_York");
    expect(none?.totals).toMatchObject({ calls: 0, talk_seconds: 0 });
    expect(none?.days).toHaveLength(7);
    expect(none?.hours).toHaveLength(24);
    expect(none?.people).toEqual([]);
  });
});
