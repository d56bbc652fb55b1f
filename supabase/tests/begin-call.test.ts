import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { callSid, makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);
beforeEach(() => database().query("delete from calls"));

interface Wanted {
  from?: Person;
  to: Person;
  sid?: string;
  match?: string | null;
}

async function begin({ from = "owner", to, sid = callSid(100), match = null }: Wanted) {
  const [row] = await database().query<{ answer: Record<string, unknown> }>(
    "select begin_call($1, 'voice', $2, $3, $4) as answer",
    [sid, personId(from), personId(to), match],
  );
  return row?.answer;
}
const calls = () =>
  database().query("select status, end_reason, match_id from calls order by provider_sid");

test("a member may be called, and the call is opened with both of them", async () => {
  expect(await begin({ to: "member" })).toEqual({
    outcome: "dial",
    call_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    match_id: matchId("member"),
    caller_name: "owner",
    reach: {
      ...{ here: false, alert: false, telephone: false },
      ...{ quiet_from: null, quiet_to: null, time_zone: "UTC" },
    },
  });
  expect(await calls()).toEqual([
    { status: "initiated", end_reason: null, match_id: matchId("member") },
  ]);
  expect(
    await database().query(
      "select profile_id, role, status, leg_sid from call_participants order by role",
    ),
  ).toEqual([
    { profile_id: personId("owner"), role: "caller", status: "initiated", leg_sid: callSid(100) },
    { profile_id: personId("member"), role: "callee", status: "queued", leg_sid: null },
  ]);
  expect(await database().query("select from messages where kind = 'call'")).toEqual([]);
});

describe("refused, with nothing recorded", () => {
  const others: Person[] = [
    "former",
    "ended",
    "blocked",
    "blocker",
    "stranger",
    "newcomer",
    "owner",
  ];

  test.for(others)("calling: %s", async (to) => {
    expect(await begin({ to })).toEqual({ outcome: "refused" });
    expect(await calls()).toEqual([]);
  });

  test.for(others)("being called by: %s", async (from) => {
    expect(await begin({ from, to: "owner" })).toEqual({ outcome: "refused" });
    expect(await calls()).toEqual([]);
  });

  test("a match that is not theirs", async () => {
    expect(await begin({ to: "member", match: matchId("bystander's friend") })).toEqual({
      outcome: "refused",
    });
    expect(await begin({ to: "member", match: matchId("ended") })).toEqual({ outcome: "refused" });
    expect(await calls()).toEqual([]);
  });

  test("the provider's id of somebody else's call", async () => {
    await begin({ to: "member" });
    expect(await begin({ from: "bystander", to: "bystander's friend" })).toEqual({
      outcome: "refused",
    });
    expect(await calls()).toHaveLength(1);
  });
});

test("asked again about the same call, the answer is the same", async () => {
  const first = await begin({ to: "member" });
  expect(await begin({ to: "member" })).toEqual(first);
  expect(await calls()).toHaveLength(1);
});

describe("busy", () => {
  const other = callSid(200);

  test("somebody who is being called, or is calling, cannot be called by another", async () => {
    await database().script(`
      insert into matches (id) values ('90000000-0000-4000-8000-000000000001');
      insert into match_members (match_id, profile_id, call_permission) values
        ('90000000-0000-4000-8000-000000000001', '${personId("stranger")}', 'video'),
        ('90000000-0000-4000-8000-000000000001', '${personId("owner")}', 'video');
    `);
    await begin({ from: "stranger", to: "owner" });
    expect(await begin({ from: "member", to: "owner", sid: other })).toMatchObject({
      outcome: "busy",
    });
    expect(await begin({ from: "owner", to: "stranger", sid: callSid(201) })).toMatchObject({
      outcome: "busy",
    });
  });

  test("it is recorded, leaves its line, and asked again the answer is the same", async () => {
    await begin({ from: "member", to: "owner" });
    const first = await begin({ to: "member", sid: other });
    expect(first).toMatchObject({ outcome: "busy" });
    expect(await begin({ to: "member", sid: other })).toEqual(first);
    expect(
      await database().query(
        `select c.status, c.end_reason, c.duration_seconds, m.kind
         from calls c join messages m on m.call_id = c.id where provider_sid = $1`,
        [other],
      ),
    ).toEqual([{ status: "busy", end_reason: "busy", duration_seconds: 0, kind: "call" }]);
  });

  test.for(["completed", "busy", "canceled", "no-answer", "failed"])(
    "the end of the caller's leg as %s does not change it",
    async (status) => {
      await begin({ from: "member", to: "owner" });
      await begin({ to: "member", sid: other });
      const show = () =>
        database().query(
          "select status, end_reason, ended_at, duration_seconds from calls where provider_sid = $1",
          [other],
        );
      const before = await show();
      await database().query("select record_call_event($1, $1, 'completed', $2, 'key')", [
        other,
        status,
      ]);
      expect(await show()).toEqual(before);
    },
  );

  test.for([
    ["a call that has ended", "update calls set status = 'completed'"],
    [
      "a ring of which nothing was heard for minutes",
      "update calls set started_at = now() - interval '3 minutes'",
    ],
    [
      "a talk of which nothing was heard for hours",
      "update calls set status = 'in-progress', started_at = now() - interval '5 hours'",
    ],
  ] as const)("%s keeps nobody busy", async ([, change]) => {
    await begin({ from: "member", to: "owner" });
    await database().query(change);
    expect(await begin({ to: "member", sid: other })).toMatchObject({ outcome: "dial" });
  });

  test("a talk of an hour does", async () => {
    await begin({ from: "member", to: "owner" });
    await database().query(
      "update calls set status = 'in-progress', started_at = now() - interval '1 hour'",
    );
    expect(await begin({ to: "member", sid: other })).toMatchObject({ outcome: "busy" });
  });

  test("of two who call each other at the same time one is put through", async () => {
    const answers = await Promise.all([
      begin({ from: "owner", to: "member" }),
      begin({ from: "member", to: "owner", sid: other }),
    ]);
    expect(answers.map((answer) => answer?.outcome).sort()).toEqual(["busy", "dial"]);
  });
});
