import { beforeEach, describe, expect, test } from "vitest";
import { become } from "./support/actors.ts";
import { testDatabase } from "./support/database.ts";
import { callSid, makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);
beforeEach(async () => {
  await database().script(`
    delete from calls;
    delete from call_permission_requests;
    update match_members set call_permission = 'ask';
  `);
});

const match = matchId("member");
async function ask<T>(sql: string, values: unknown[]): Promise<T> {
  const [row] = await database().query<{ answer: T }>(`select ${sql} as answer`, values);
  if (!row) throw new Error("The function answered nothing.");
  return row.answer;
}
const request = (by: Person, kind = "video", where = match) =>
  ask<{ outcome: string; is_new?: boolean }>("request_call($1, $2, $3)", [
    personId(by),
    where,
    kind,
  ]);
const answer = (by: Person, allow: boolean) =>
  ask<string>("answer_call_request($1, $2, $3)", [personId(by), match, allow]);
const permit = (by: Person, permission: string, where = match) =>
  ask<boolean>("set_call_permission($1, $2, $3)", [personId(by), where, permission]);
const withdraw = (by: Person) =>
  ask<boolean>("withdraw_call_request($1, $2)", [personId(by), match]);
const call = (from: Person, to: Person, kind = "voice", n = 900) =>
  ask<{ outcome: string }>("begin_call($1, $2, $3, $4)", [
    callSid(n),
    kind,
    personId(from),
    personId(to),
  ]).then(({ outcome }) => outcome);

/** What a person's own browser reads of the match. */
const seenBy = (reader: Person) =>
  database().rehearse(async (tx) => {
    await become(tx, "authenticated", personId(reader));
    const [row] = await tx.query<Record<string, unknown>>(
      "select mine, theirs, asked, allowed, wanted from list_call_permissions() where match_id = $1",
      [match],
    );
    return row;
  });

/** What is told on somebody's own channel while something is done. */
async function toldTo(who: Person, act: () => Promise<unknown>): Promise<unknown[]> {
  await database().query("delete from realtime.messages");
  await act();
  const rows = await database().query<{ payload: { what: string } }>(
    "select payload from realtime.messages where topic = $1 and event = 'call-permission' order by inserted_at",
    [`user:${personId(who)}`],
  );
  return rows.map(({ payload }) => payload.what);
}

describe("what the other has allowed", () => {
  test.for([
    ["ask", "voice", "needs_consent"],
    ["ask", "video", "needs_consent"],
    ["nobody", "voice", "not_allowed"],
    ["nobody", "video", "not_allowed"],
    ["voice", "voice", "dial"],
    ["voice", "video", "needs_consent"],
    ["video", "voice", "dial"],
    ["video", "video", "dial"],
  ] as const)("%s: a %s call is %s", async ([permission, kind, outcome]) => {
    await permit("member", permission);
    expect(await call("owner", "member", kind)).toBe(outcome);
    const rows = await database().query("select from calls");
    expect(rows).toHaveLength(outcome === "dial" ? 1 : 0);
  });

  test("is asked of who is called, not of who calls", async () => {
    await permit("owner", "nobody");
    await permit("member", "voice");
    expect(await call("owner", "member")).toBe("dial");
  });

  test("does not change the answer about a call that has begun", async () => {
    await permit("member", "voice");
    await call("owner", "member");
    await permit("member", "nobody");
    expect(await call("owner", "member")).toBe("dial");
    expect(await call("owner", "member", "voice", 901)).toBe("not_allowed");
  });

  test("counts in a group as well, where one calls the other alone", async () => {
    const group = "90000000-0000-4000-8000-000000000002";
    await database().script(`
      insert into matches (id, kind) values ('${group}', 'group');
      insert into match_members (match_id, profile_id) values
        ('${group}', '${personId("owner")}'), ('${group}', '${personId("member")}');
    `);
    const begin = () =>
      ask<{ outcome: string }>("begin_call($1, 'voice', $2, $3, $4)", [
        callSid(902),
        personId("owner"),
        personId("member"),
        group,
      ]);
    expect(await begin()).toMatchObject({ outcome: "needs_consent" });
    await permit("member", "voice");
    expect(await begin()).toMatchObject({ outcome: "dial" });
  });

  test("is told to the browser of who calls, which has no row to tell it", async () => {
    expect(await toldTo("owner", () => call("owner", "member"))).toEqual(["refused"]);
  });
});

describe("asking", () => {
  test("is heard by the other, and lets them call back", async () => {
    expect(await toldTo("member", () => request("owner"))).toContain("asked");
    expect(await seenBy("member")).toMatchObject({ mine: "ask", theirs: "video", wanted: "video" });
    expect(await seenBy("owner")).toMatchObject({ mine: "video", theirs: "ask", asked: "video" });
    expect(await call("member", "owner", "video")).toBe("dial");
  });

  test("again changes nothing and is heard by nobody", async () => {
    await request("owner");
    expect(await toldTo("member", () => request("owner"))).toEqual([]);
  });

  test("for more than was asked is heard", async () => {
    await request("owner", "voice");
    expect(await toldTo("member", () => request("owner", "video"))).toContain("asked");
    expect(await seenBy("member")).toMatchObject({ wanted: "video" });
  });

  test("is for nothing where it is allowed", async () => {
    await permit("member", "voice");
    expect(await request("owner", "voice")).toEqual({ outcome: "allowed" });
    expect(await request("owner", "video")).toMatchObject({ outcome: "asked" });
  });

  test("is refused where the other wants no calls", async () => {
    await permit("member", "nobody");
    expect(await request("owner")).toMatchObject({ outcome: "not_allowed" });
    expect(await seenBy("member")).toMatchObject({ wanted: null });
  });

  test.for(["former", "ended", "blocked", "blocker"] as const)(
    "%s cannot ask, answer or permit, nor be asked",
    async (who) => {
      for (const person of ["owner", who] as const) {
        expect(await request(person, "video", matchId(who))).toEqual({ outcome: "unknown" });
        expect(await permit(person, "video", matchId(who))).toBe(false);
      }
    },
  );

  test("is not for strangers", async () => {
    expect(await request("stranger")).toEqual({ outcome: "unknown" });
    expect(await permit("stranger", "video")).toBe(false);
  });
});

const aDayLater = () =>
  database().query(`
    update call_permission_requests set
      asked_at = asked_at - interval '25 hours', declined_at = declined_at - interval '25 hours'`);

describe("the answer", () => {
  test("allows that kind of call, and who asked is told", async () => {
    await request("owner", "voice");
    expect(await toldTo("owner", () => answer("member", true))).toContain("allowed");
    expect(await seenBy("owner")).toMatchObject({ theirs: "voice", asked: null, allowed: "voice" });
    expect(await seenBy("member")).toMatchObject({ mine: "voice", wanted: null });
    expect(await call("owner", "member")).toBe("dial");
    expect(await seenBy("owner")).toMatchObject({ allowed: null });
  });

  test("not now: who asked is told nothing and sees their question as before", async () => {
    await request("owner");
    expect(await toldTo("owner", () => answer("member", false))).toEqual([]);
    expect(await seenBy("owner")).toMatchObject({ theirs: "ask", asked: "video", allowed: null });
    expect(await seenBy("member")).toMatchObject({ wanted: null });
  });

  test("not now: the other is not asked again for a day, whatever the asker does", async () => {
    await request("owner");
    await answer("member", false);
    expect(await toldTo("member", () => request("owner"))).toEqual([]);
    await withdraw("owner");
    expect(await toldTo("member", () => request("owner"))).not.toContain("asked");
    expect(await seenBy("member")).toMatchObject({ wanted: null });
    expect(await answer("member", true)).toBe("unknown");

    await aDayLater();
    expect(await seenBy("owner")).toMatchObject({ asked: null });
    expect(await toldTo("member", () => request("owner"))).toContain("asked");
  });

  test("none at all looks the same to who asked: a day later they may ask again", async () => {
    await request("owner");
    await aDayLater();
    expect(await seenBy("owner")).toMatchObject({ asked: null });
    expect(await toldTo("member", () => request("owner"))).toContain("asked");
  });

  test("cannot be given to what was taken back", async () => {
    await request("owner");
    expect(await toldTo("member", () => withdraw("owner"))).toEqual(["changed"]);
    expect(await answer("member", true)).toBe("unknown");
    expect(await call("owner", "member", "video")).toBe("needs_consent");
  });

  test("is also given by the choice of who may call", async () => {
    await request("owner", "video");
    await permit("member", "voice");
    expect(await seenBy("member")).toMatchObject({ wanted: "video" });
    expect(await toldTo("owner", () => permit("member", "video"))).toContain("allowed");
    await request("member", "video");
    await permit("owner", "nobody");
    expect(await seenBy("owner")).toMatchObject({ wanted: null });
  });

  test("is also given by calling", async () => {
    await request("owner", "voice");
    await call("member", "owner");
    expect(await seenBy("owner")).toMatchObject({ theirs: "voice", asked: null });
  });

  test("never takes away what was allowed before", async () => {
    await permit("member", "voice");
    await request("owner", "video");
    await answer("member", false);
    expect(await seenBy("owner")).toMatchObject({ theirs: "voice" });
  });
});

test("a person reads of their own matches alone", async () => {
  const count = (reader: Person) =>
    database().rehearse(async (tx) => {
      await become(tx, "authenticated", personId(reader));
      return (await tx.query("select from list_call_permissions()")).length;
    });
  expect(await count("owner")).toBe(1);
  expect(await count("blocked")).toBe(0);
  expect(await count("stranger")).toBe(0);
});
