import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import { phonePair, phonePerson } from "../../../e2e/integration/telephones";
import { newCallSid } from "../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { GET } = await import("./route");
const check = await import("./check/route");
const stats = await import("./stats/route");
const { beginCall } = await import("@/lib/calls/begin-call");
const { beginExternalCall } = await import("@/lib/calls/phone/phone-call");

beforeEach(() => supabase.query("delete from calls"));

interface Page {
  calls: { sid: string; kind: string; dialled: string | null; participants: object[] }[];
  next: string | null;
  error?: { code: string };
}

async function list(person: Person, query = ""): Promise<Page & { status: number; text: string }> {
  const answer = await callRoute(GET, {
    method: "GET",
    path: `/api/calls${query}`,
    token: person.accessToken,
  });
  return { ...(answer.json as Page), status: answer.status, text: answer.text };
}

/** Calls a minute apart, so that the first is the oldest. */
async function callsOf(caller: Person, callee: Person, count: number): Promise<string[]> {
  const sids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const providerSid = newCallSid();
    await beginCall({ providerSid, kind: "voice", callerId: caller.id, calleeId: callee.id });
    await supabase.query(
      "update calls set started_at = now() - interval '5 hours' + $2 * interval '1 minute' where provider_sid = $1",
      [providerSid, n],
    );
    sids.push(providerSid);
  }
  return sids;
}

test("calls come newest first, in pages that join without a gap, with everybody's names", async () => {
  const { caller, callee } = await phonePair(sandbox);
  const sids = await callsOf(caller, callee, 5);
  // Two that began at the same moment must not get lost between pages.
  await supabase.query(
    "update calls set started_at = (select min(started_at) from calls) where provider_sid = $1",
    [sids[1]],
  );
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const query: string = next ? `?limit=2&before=${encodeURIComponent(next)}` : "?limit=2";
    const page = await list(callee, query);
    expect(page.calls.length).toBeLessThanOrEqual(2);
    seen.push(...page.calls.map(({ sid }) => sid));
    next = page.next;
  } while (next);
  expect(seen.slice(0, 3)).toEqual([sids[4], sids[3], sids[2]]);
  expect(seen.toSorted()).toEqual(sids.toSorted());

  const [newest] = (await list(callee, "?limit=1")).calls;
  expect(newest?.participants).toMatchObject([
    { name: expect.stringMatching(/^Person/), channel: "app" },
    { name: expect.stringMatching(/^Person/), channel: "app" },
  ]);
});

describe("whose calls", () => {
  test("are shown: one's own and no others', and numbers that one dialled to oneself", async () => {
    const { caller, callee } = await phonePair(sandbox);
    const stranger = await phonePerson(sandbox);
    await callsOf(caller, callee, 1);
    const providerSid = newCallSid();
    await beginExternalCall({
      ...{ providerSid, callerId: caller.id, callerChannel: "app" },
      ...{ dialled: "+14155550194", from: undefined },
    });
    expect((await list(caller, "?kind=phone")).calls).toMatchObject([
      { sid: providerSid, kind: "phone", dialled: "+14155550194" },
    ]);
    expect((await list(caller)).calls).toHaveLength(2);
    expect((await list(callee)).calls).toHaveLength(1);
    const theirs = await list(stranger);
    expect(theirs.calls).toEqual([]);
    const mine = await list(caller);
    for (const { phone } of [caller, callee]) expect(mine.text).not.toContain(phone.slice(1));
  });

  test("stay after a block, of somebody who has no name", async () => {
    const { caller, callee } = await phonePair(sandbox);
    await callsOf(caller, callee, 1);
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      caller.id,
      callee.id,
    ]);
    const { calls, text } = await list(callee);
    expect(calls).toMatchObject([{ matchId: null, callerId: null, outcome: "live" }]);
    expect(text).not.toContain(caller.id);
  });
});

test("filters leave what they say", async () => {
  const { caller, callee, matchId } = await phonePair(sandbox);
  const [sid] = await callsOf(caller, callee, 1);
  await supabase.query(
    "update calls set status = 'no-answer', end_reason = 'no-answer', ended_at = now()",
  );
  for (const query of [
    "status=missed",
    `person=${caller.id}`,
    `person=${caller.id}&kind=voice&status=missed`,
    "q=person",
  ]) {
    expect((await list(callee, `?${query}`)).calls, query).toMatchObject([
      { sid, outcome: "missed", matchId },
    ]);
  }
  for (const query of [
    "status=answered",
    "kind=video",
    "group=any",
    `group=${matchId}`,
    `person=${callee.id}`,
    "q=zoe",
  ]) {
    expect((await list(callee, `?${query}`)).calls, query).toEqual([]);
  }
});

describe("the figures", () => {
  const ask = async (person: Person, query: string) =>
    callRoute(stats.GET, {
      ...{ method: "GET", path: `/api/calls/stats?${query}`, token: person.accessToken },
    });

  test("are what the calls of these days add up to", async () => {
    const { caller, callee } = await phonePair(sandbox);
    await callsOf(caller, callee, 3);
    await supabase.query(
      `update calls set started_at = '2026-01-02 12:00Z', status = 'completed',
         answered_at = '2026-01-02 12:00Z', ended_at = '2026-01-02 12:01Z', duration_seconds = 60
       where id in (select id from calls limit 1)`,
    );
    await supabase.query(
      "update calls set started_at = '2026-01-02 13:00Z', status = 'no-answer', ended_at = now() where status <> 'completed'",
    );
    const answer = await ask(caller, "from=2026-01-01&to=2026-01-02&tz=Europe/Madrid");
    expect(answer).toMatchObject({
      status: 200,
      json: {
        totals: { calls: 3, outgoing: 3, reached: 1, unanswered: 2, talkSeconds: 60 },
        answerRate: 1 / 3,
        days: [
          { date: "2026-01-01", calls: 0 },
          { date: "2026-01-02", calls: 3, answered: 1, talkSeconds: 60 },
        ],
        people: [{ id: callee.id, calls: 3, isGroup: false }],
      },
    });
    expect(answer.json).toHaveProperty("hours.13", 1);
    expect(answer.json).toHaveProperty("hours.14", 2);
  });

  test.each([
    "from=2026-01-02&to=2026-01-01",
    "from=2024-01-01&to=2026-01-01",
    "from=yesterday&to=2026-01-01",
    "from=2026-01-01&to=2026-01-02&tz=Mars/Olympus",
    "from=2026-01-01&to=2026-01-02&tz=%2B02:00",
    "from=2026-01-01",
  ])("of %s are refused in words", async (query) => {
    expect(await ask(await phonePerson(sandbox), query)).toMatchObject({
      status: 400,
      json: { error: { code: "invalid_request", fields: expect.any(Object) } },
    });
  });
});

test.each([
  ...["?limit=0", "?limit=101", "?limit=x", "?before=x", "?kind=fax", "?before=2026_x"],
  ...["?status=ended", "?person=7", "?group=all", "?before=2026-99-99T00:00:00Z_7"],
  `?person=${crypto.randomUUID()}&group=any`,
])("%s is refused in words", async (query) => {
  const person = await phonePerson(sandbox);
  expect(await list(person, query)).toMatchObject({
    status: 400,
    error: { code: "invalid_request" },
  });
});

describe("asking whether a number may be called", () => {
  const ask = async (to: string) => {
    const { accessToken: token } = await phonePerson(sandbox);
    return callRoute(check.POST, { path: "/api/calls/check", token, body: { to } });
  };

  test("answers with the number in E.164", async () => {
    expect(await ask("+1 (415) 555-0123")).toMatchObject({
      status: 200,
      json: { ok: true, to: "+14155550123" },
    });
  });

  test.each([
    ["+19005550123", "premium_number"],
    ["+5350123456", "unsupported_country"],
    ["12", "invalid_phone"],
    [sandbox.twilio.config.phoneNumber, "number_not_allowed"],
  ])("says why not %s", async (to, code) => {
    expect(await ask(to)).toMatchObject({ status: 400, json: { ok: false, error: { code } } });
  });

  test("is for those who have signed in", async () => {
    const request = { path: "/api/calls/check", body: { to: "+14155550123" } };
    expect(await callRoute(check.POST, request)).toMatchObject({ status: 401 });
  });
});
