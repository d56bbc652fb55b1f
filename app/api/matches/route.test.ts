import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Person } from "@/e2e/integration/people";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "100" });
const { POST: startRoute } = await import("@/app/api/matches/route");
const { POST: addRoute } = await import("@/app/api/matches/[matchId]/members/route");
const { POST: leaveRoute } = await import("@/app/api/matches/[matchId]/leave/route");

let nextPhone = 100;
const newPerson = () => sandbox.signIn(`+14155550${nextPhone++}`);
const nobody = "00000000-0000-4000-8000-00000000dead";

let ada: Person;
let ben: Person;
let cleo: Person;
let withBen: string;
let withCleo: string;
let foreign: string;
beforeAll(async () => {
  [ada, ben, cleo] = [await newPerson(), await newPerson(), await newPerson()];
  withBen = await sandbox.makeMatch(ada, ben);
  withCleo = await sandbox.makeMatch(ada, cleo);
  foreign = await sandbox.makeMatch(await newPerson(), await newPerson());
});

const start = (by: Person | undefined, body: unknown) =>
  callRoute(startRoute, { path: "/api/matches", body, ...(by && { token: by.accessToken }) });
const add = (by: Person, matchId: string, matchIds: unknown) =>
  callRoute(addRoute, {
    path: `/api/matches/${matchId}/members`,
    token: by.accessToken,
    params: { matchId },
    body: { matchIds },
  });
const leave = (by: Person, matchId: string) =>
  callRoute(leaveRoute, {
    path: `/api/matches/${matchId}/leave`,
    token: by.accessToken,
    params: { matchId },
  });
const error = (code: string) => ({ ok: false, error: { code } });
const block = (by: Person, other: Person) =>
  sandbox.supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    by.id,
    other.id,
  ]);

/** A group of Ada, Ben and Cleo under a title of its own. */
async function newGroup(title: string): Promise<string> {
  const { json } = await start(ada, { matchIds: [withBen, withCleo], title });
  return z.object({ matchId: z.uuid() }).parse(json).matchId;
}
async function membersOf(matchId: string): Promise<string[]> {
  const rows = await sandbox.supabase.query<{ profile_id: string }>(
    "select profile_id from match_members where match_id = $1 and left_at is null",
    [matchId],
  );
  return rows.map(({ profile_id }) => profile_id).sort();
}
const ids = (...people: Person[]) => people.map(({ id }) => id).sort();
const countGroups = () =>
  sandbox.supabase.query("select count(*) from matches where kind = 'group'");

test("two matches make a group of three, with its title", async () => {
  const answer = await start(ada, { matchIds: [withBen, withCleo], title: "  Saturday  " });
  expect(answer).toMatchObject({ status: 200, json: { ok: true, matchId: expect.any(String) } });
  const { matchId } = z.object({ matchId: z.uuid() }).parse(answer.json);
  expect(await membersOf(matchId)).toEqual(ids(ada, ben, cleo));
  expect(
    await sandbox.supabase.query("select kind, title from matches where id = $1", [matchId]),
  ).toEqual([{ kind: "group", title: "Saturday" }]);
});

test("sent twice at once, it makes one group", async () => {
  const body = { matchIds: [withBen, withCleo], title: "Twice" };
  const [one, other] = await Promise.all([start(ada, body), start(ada, body)]);
  expect(one.status).toBe(200);
  expect(other.json).toEqual(one.json);
});

describe("no group is made", () => {
  const cases: [string, () => unknown, number, string][] = [
    ["of a match of others", () => [withBen, foreign], 403, "not_reachable"],
    ["of a match that is not there", () => [withBen, nobody], 403, "not_reachable"],
    ["of one match", () => [withBen], 400, "invalid_request"],
    ["of one match twice", () => [withBen, withBen], 400, "invalid_request"],
    ["of eight matches", () => Array(8).fill(withBen), 400, "invalid_request"],
    ["of junk", () => [withBen, "cleo"], 400, "invalid_request"],
    ["of nothing", () => undefined, 400, "invalid_request"],
    ["of text", () => withBen, 400, "invalid_request"],
  ];
  test.for(cases)("%s", async ([, matchIds, status, code]) => {
    const before = await countGroups();
    const answer = await start(ada, { matchIds: matchIds() });
    expect(answer).toMatchObject({ status, json: error(code) });
    expect(await countGroups()).toEqual(before);
  });

  test("of a group, or of a match that has ended", async () => {
    const group = await newGroup("Not a pair");
    expect(await start(ada, { matchIds: [withBen, group] })).toMatchObject({ status: 403 });
    const over = await sandbox.makeMatch(ada, await newPerson());
    expect((await leave(ada, over)).status).toBe(200);
    expect(await start(ada, { matchIds: [withBen, over] })).toMatchObject({ status: 403 });
  });

  test("with a title that is too long, or without a session", async () => {
    const matchIds = [withBen, withCleo];
    expect(await start(ada, { matchIds, title: "x".repeat(81) })).toMatchObject({ status: 400 });
    expect(await start(undefined, { matchIds })).toMatchObject({ status: 401 });
  });

  test("of people whom a block keeps apart, without saying who made it", async () => {
    const [dan, eve] = [await newPerson(), await newPerson()];
    const [withDan, withEve] = [
      await sandbox.makeMatch(ada, dan),
      await sandbox.makeMatch(ada, eve),
    ];
    await block(eve, dan);
    const answer = await start(ada, { matchIds: [withDan, withEve] });
    expect(answer).toMatchObject({ status: 409, json: error("conflict") });
    expect(answer.text).not.toMatch(/block|Person/i);

    await block(eve, ada);
    const refused = await start(ada, { matchIds: [withBen, withEve] });
    expect(refused).toMatchObject({ status: 403, json: error("not_reachable") });
  });
});

describe("adding people", () => {
  test("a member adds somebody of their own, twice without effect; they can come back", async () => {
    const group = await newGroup("Growing");
    const dan = await newPerson();
    const benAndDan = await sandbox.makeMatch(ben, dan);
    expect(await add(ben, group, [benAndDan])).toMatchObject({ status: 200, json: { ok: true } });
    expect((await add(ben, group, [benAndDan])).status).toBe(200);
    expect(await membersOf(group)).toEqual(ids(ada, ben, cleo, dan));

    expect((await leave(dan, group)).status).toBe(200);
    expect(await membersOf(group)).toEqual(ids(ada, ben, cleo));
    expect((await add(ben, group, [benAndDan])).status).toBe(200);
    expect(await membersOf(group)).toEqual(ids(ada, ben, cleo, dan));
  });

  test("only members, to live groups, from live matches of their own", async () => {
    const group = await newGroup("Guarded");
    const dan = await newPerson();
    const withDan = await sandbox.makeMatch(cleo, dan);
    expect(await add(dan, group, [withDan])).toMatchObject({ status: 404 });
    expect(await add(ada, withBen, [withCleo])).toMatchObject({ status: 404 });
    expect(await add(ada, nobody, [withCleo])).toMatchObject({ status: 404 });
    expect(await add(ada, group, [withDan])).toMatchObject({ status: 403 });
    expect(await add(ada, group, [])).toMatchObject({ status: 400 });
    expect(await add(ada, "junk", [withCleo])).toMatchObject({ status: 400 });
    await block(dan, ben);
    expect(await add(cleo, group, [withDan])).toMatchObject({
      status: 409,
      json: error("conflict"),
    });
    await leave(cleo, group);
    expect(await add(cleo, group, [withDan])).toMatchObject({ status: 404 });
    expect(await membersOf(group)).toEqual(ids(ada, ben));
  });

  test("an eighth person comes in, a ninth finds it full", async () => {
    const group = await newGroup("Full");
    const matchIds: string[] = [];
    for (let n = 0; n < 6; n++) matchIds.push(await sandbox.makeMatch(ada, await newPerson()));
    expect(await add(ada, group, matchIds)).toMatchObject({ status: 409, json: error("conflict") });
    expect((await add(ada, group, matchIds.slice(1))).status).toBe(200);
    expect(await membersOf(group)).toHaveLength(8);
    expect(await add(ada, group, matchIds.slice(0, 1))).toMatchObject({ status: 409 });
  });
});

describe("leaving", () => {
  test("a pair ends for both, and leaving again changes nothing", async () => {
    const dan = await newPerson();
    const matchId = await sandbox.makeMatch(ada, dan);
    expect(await leave(ada, matchId)).toMatchObject({ status: 200, json: { ok: true } });
    const [row] = await sandbox.supabase.query<{ reach: boolean; ended_at: string }>(
      "select public.can_reach($1, $2) as reach, ended_at from matches where id = $3",
      [ada.id, dan.id, matchId],
    );
    expect(row).toEqual({ reach: false, ended_at: expect.anything() });
    expect((await leave(ada, matchId)).status).toBe(200);
    expect((await leave(dan, matchId)).status).toBe(200);
  });

  test("a group goes on without who has left, and ends with the last but one", async () => {
    const group = await newGroup("Shrinking");
    expect((await leave(cleo, group)).status).toBe(200);
    expect(await membersOf(group)).toEqual(ids(ada, ben));
    expect((await leave(ben, group)).status).toBe(200);
    expect(
      await sandbox.supabase.query("select from matches where id = $1 and ended_at is not null", [
        group,
      ]),
    ).toHaveLength(1);
  });

  test("nobody leaves what they never belonged to", async () => {
    expect(await leave(ada, foreign)).toMatchObject({ status: 404, json: error("not_found") });
    expect(await leave(ada, nobody)).toMatchObject({ status: 404 });
    expect(await leave(ada, "junk")).toMatchObject({ status: 400 });
    expect(await membersOf(foreign)).toHaveLength(2);
  });
});
