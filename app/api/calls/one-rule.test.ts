import { beforeEach, describe, expect, test } from "vitest";
import { giveNumber } from "../../../e2e/integration/own-numbers";
import type { Person } from "../../../e2e/integration/people";
import { startRooms } from "../../../e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import { mainLine, phonePair } from "../../../e2e/integration/telephones";
import { clientOf, newCallSid, verbsOf } from "../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, twilio } = sandbox;
const rooms = await startRooms(sandbox);
const incoming = await import("@/app/api/twilio/voice/incoming/route");
const menu = await import("@/app/api/twilio/voice/menu/route");
const calls = await import("@/app/api/calls/route");
const relays = await import("@/app/api/matches/[matchId]/relay/route");
const permission = await import("@/app/api/matches/[matchId]/call-permission/route");
const requests = await import("@/app/api/matches/[matchId]/call-requests/route");

beforeEach(() => supabase.query("delete from rate_limits"));

/** Two people who have called each other in every way there is, so that every address is known. */
async function acquainted() {
  const { caller, callee, matchId } = await phonePair(sandbox);
  const relay = await callRoute(relays.POST, {
    path: `/api/matches/${matchId}/relay`,
    params: { matchId },
    token: caller.accessToken,
  });
  const { number: lent, extension } = relay.json as { number: string; extension: number };
  const { number: own } = await giveNumber(sandbox, callee);
  return { caller, callee, matchId, lent, extension: String(extension), own };
}
type Acquainted = Awaited<ReturnType<typeof acquainted>>;

const onMatch =
  (handler: unknown, method: "POST" | "PUT" | "PATCH" | "DELETE", name: string) =>
  (person: Person, matchId: string, body?: object) =>
    callRoute(handler, {
      method,
      path: `/api/matches/${matchId}/${name}`,
      params: { matchId },
      token: person.accessToken,
      ...(body && { body }),
    });
const permit = onMatch(permission.PUT, "PUT", "call-permission");
const request = onMatch(requests.POST, "POST", "call-requests");
const answer = onMatch(requests.PATCH, "PATCH", "call-requests");
const takeBack = onMatch(requests.DELETE, "DELETE", "call-requests");

/** What Twilio is told about a call that comes in, or what is keyed in during one. */
async function twiml(form: Record<string, string>, route: unknown = incoming.POST, query = "") {
  const path = `/api/twilio/voice/${route === incoming.POST ? "incoming" : "menu"}${query}`;
  const form_ = { CallSid: newCallSid(), Direction: "inbound", ...form };
  const text = await callRoute(route, { path, form: form_ });
  const dial = verbsOf(text).find(({ verb }) => verb === "Dial");
  return dial ? "put through" : "refused";
}
const outcomeOf = (status: number) => (status < 400 ? "put through" : "refused");

/** Every way in which one person can call another. */
const ways: Record<string, (pair: Acquainted) => Promise<string>> = {
  "by voice in the browser": ({ caller, callee, matchId }) =>
    twiml({ From: clientOf(caller), To: clientOf(callee), matchId }),
  "by video": async ({ caller, matchId }) =>
    outcomeOf((await rooms.ask(caller, { room: matchId, kind: "video" })).status),
  "by voice in a room": async ({ caller, matchId }) =>
    outcomeOf((await rooms.ask(caller, { room: matchId, kind: "voice" })).status),
  "on their telephone, from the browser": ({ caller, callee, matchId }) =>
    twiml({ From: clientOf(caller), To: clientOf(callee), matchId, via: "phone" }),
  "by having one's own telephone rung": async ({ caller, matchId }) => {
    const placed = await callRoute(calls.POST, {
      path: "/api/calls",
      token: caller.accessToken,
      body: { matchId },
    });
    return outcomeOf(placed.status);
  },
  "by the lent number": ({ caller, lent }) => twiml({ From: caller.phone, To: lent }),
  "by the main line": ({ caller, extension }) =>
    twiml(
      { From: caller.phone, To: mainLine, Digits: extension },
      menu.POST,
      "?at=extension&tries=0",
    ),
  "by their own number": ({ caller, own }) => twiml({ From: caller.phone, To: own }),
};

const block = (by: Person, other: Person) =>
  supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [by.id, other.id]);
const set = (table: string, column: string, id: string) =>
  supabase.query(`update ${table} set ${column} = now() where id = $1`, [id]);

/** Why nobody is to be called, and the ways that it leaves open. */
const reasons: Record<string, [make: (pair: Acquainted) => Promise<unknown>, open: string[]]> = {
  "who was blocked": [({ caller, callee }) => block(callee, caller), []],
  // To the owner of a number they are one of the many who are unknown and may call it.
  "who has blocked the other": [
    ({ caller, callee }) => block(caller, callee),
    ["by their own number"],
  ],
  "who was unmatched": [
    ({ matchId }) => set("matches", "ended_at", matchId),
    ["by their own number"],
  ],
  "whom the other lets not call": [
    ({ callee, matchId }) => permit(callee, matchId, { permission: "nobody" }),
    [],
  ],
  // A number of one's own is there to be called by anybody.
  "who has to ask first": [
    ({ callee, matchId }) => permit(callee, matchId, { permission: "ask" }),
    ["by their own number"],
  ],
  "who may call by voice alone": [
    ({ callee, matchId }) => permit(callee, matchId, { permission: "voice" }),
    Object.keys(ways).filter((way) => way !== "by video"),
  ],
  "who calls somebody that is leaving": [
    ({ callee }) => set("profiles", "leaving_at", callee.id),
    [],
  ],
  "who calls somebody that is suspended": [
    ({ callee }) => set("profiles", "suspended_at", callee.id),
    [],
  ],
  "who is leaving": [
    ({ caller }) => set("profiles", "leaving_at", caller.id),
    ["by their own number"],
  ],
  "who may call": [async () => undefined, Object.keys(ways)],
};

describe.for(Object.entries(reasons))("%s", ([, [make, open]]) => {
  test("is put through where that is right, and leaves no row elsewhere", async () => {
    const pair = await acquainted();
    await make(pair);
    for (const [way, call] of Object.entries(ways)) {
      expect([way, await call(pair)]).toEqual([
        way,
        open.includes(way) ? "put through" : "refused",
      ]);
      const rows = await supabase.query<{ status: string }>(
        `select c.status from calls c join call_participants p on p.call_id = c.id
         where p.profile_id = $1 and c.status < 'completed'`,
        [pair.callee.id],
      );
      expect([way, rows.length]).toEqual([way, open.includes(way) ? 1 : 0]);
      // The next way must not find somebody busy.
      await supabase.query("delete from calls");
      for (const room of twilio.context.rooms.list()) room.complete();
    }
  });
});

test.for([
  ["ask", "Person has not allowed calls yet. You can ask in Duet. Goodbye."],
  ["nobody", "Person has switched off calls in this match. Goodbye."],
] as const)("a telephone hears what %s means, a browser nothing", async ([choice, sentence]) => {
  const { caller, callee, matchId, lent } = await acquainted();
  await permit(callee, matchId, { permission: choice });
  const verbs = async (form: Record<string, string>) =>
    verbsOf(
      await callRoute(incoming.POST, {
        path: "/api/twilio/voice/incoming",
        form: { CallSid: newCallSid(), Direction: "inbound", ...form },
      }),
    );
  expect(await verbs({ From: caller.phone, To: lent })).toMatchObject([
    { verb: "Say", text: sentence },
    { verb: "Hangup" },
  ]);
  const fromBrowser = { From: clientOf(caller), To: clientOf(callee), matchId };
  expect(await verbs(fromBrowser)).toMatchObject([{ verb: "Reject" }]);
  expect(await verbs({ ...fromBrowser, via: "phone" })).toMatchObject([{ verb: "Reject" }]);
});

describe("asking to call", () => {
  test("is answered by the other, and then the call is put through", async () => {
    const { caller, callee, matchId } = await acquainted();
    await permit(callee, matchId, { permission: "ask" });
    const refused = await rooms.ask(caller, { room: matchId });
    expect(refused).toMatchObject({ status: 403, code: "consent_needed" });
    expect(refused.answer.text).toContain("has not allowed calls yet.");
    expect(rooms.roomsOf(matchId)).toEqual([]);

    expect((await request(caller, matchId, { kind: "video" })).json).toMatchObject({
      state: "asked",
    });
    expect((await answer(callee, matchId, { allow: true })).status).toBe(200);
    expect(await rooms.ask(caller, { room: matchId })).toMatchObject({ status: 200 });
    expect((await request(caller, matchId, { kind: "voice" })).json).toMatchObject({
      state: "allowed",
    });
  });

  test("is refused where calls are switched off, and says so", async () => {
    const { caller, callee, matchId } = await acquainted();
    await permit(callee, matchId, { permission: "nobody" });
    const refused = await request(caller, matchId, { kind: "voice" });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({
      error: { code: "calls_off", message: "Person has switched off calls in this match." },
    });
  });

  test("is for the two of a live match alone, without a word about the reason", async () => {
    const { caller, callee, matchId } = await acquainted();
    const { caller: stranger } = await acquainted();
    await block(callee, caller);
    const texts = new Set<string>();
    for (const person of [caller, stranger]) {
      for (const attempt of [
        await request(person, matchId, { kind: "voice" }),
        await permit(person, matchId, { permission: "video" }),
        await takeBack(person, matchId),
      ]) {
        expect(attempt.status).toBe(404);
        texts.add(attempt.text.replace(/"requestId":"[^"]+"/, ""));
      }
      expect((await answer(person, matchId, { allow: true })).status).toBe(404);
    }
    expect(texts.size).toBe(1);
  });

  test("is limited, and cannot be answered twice", async () => {
    const { caller, callee, matchId } = await acquainted();
    await permit(callee, matchId, { permission: "ask" });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      statuses.push((await request(caller, matchId, { kind: n % 2 ? "voice" : "video" })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect((await answer(callee, matchId, { allow: false })).status).toBe(200);
    expect((await answer(callee, matchId, { allow: true })).status).toBe(404);
  });
});
