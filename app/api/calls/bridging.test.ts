import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Person } from "../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import {
  mainLine,
  phonePair,
  phonePerson,
  readPhoneCall,
  serveTelephony,
  telephoneOf,
} from "../../../e2e/integration/telephones";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
serveTelephony(sandbox);
const calls = await import("@/app/api/calls/route");
const hangup = await import("@/app/api/calls/[sid]/hangup/route");

const somebody = await phonePerson(sandbox);
beforeEach(() => supabase.query("delete from rate_limits"));

interface Placed {
  call?: { sid: string; status: string; dialled: string | null };
  error?: { code: string; message: string; providerCode?: number };
}

async function place(person: Person, body: object, key?: string) {
  const answer = await callRoute(calls.POST, {
    path: "/api/calls",
    token: person.accessToken,
    body,
    ...(key !== undefined && { headers: { "idempotency-key": key } }),
  });
  const { call, error } = answer.json as Placed;
  return { status: answer.status, text: answer.text, sid: call?.sid ?? "", call, error };
}

const until = (sid: string, row: object) =>
  vi.waitFor(async () => expect(await readPhoneCall(supabase, sid)).toMatchObject(row), {
    timeout: 10_000,
  });

async function hangUp(person: Person, sid: string) {
  await callRoute(hangup.POST, {
    path: `/api/calls/${sid}/hangup`,
    params: { sid },
    token: person.accessToken,
  });
}

describe("calling a match by one's own phone", () => {
  test("rings the caller, then the match, and connects them when the match presses 1", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const mine = telephoneOf(sandbox, caller);
    const theirs = telephoneOf(sandbox, callee);
    await mine.behave({ answer: "answer" });
    await theirs.behave({ answer: "answer", digits: "1" });

    const { status, sid, text } = await place(caller, { matchId });
    expect(status).toBe(200);
    expect(text).not.toContain(callee.phone.slice(1));
    await until(sid, {
      status: "in-progress",
      legs: [
        { role: "caller", channel: "phone", joined: true },
        { role: "callee", channel: "app", joined: false },
        { role: "callee", channel: "phone", joined: true },
      ],
    });
    const [myCall] = await mine.calls();
    const [theirCall] = await theirs.calls();
    expect(myCall).toMatchObject({ sid, from: expect.stringMatching(/^\+1500555001\d$/) });
    expect(myCall?.said).toEqual(["Calling Person."]);
    expect(theirCall).toMatchObject({ from: myCall?.from });
    expect(theirCall?.said[0]).toBe("Call from Person on Duet. Press 1 to take it.");

    await hangUp(callee, sid);
    await until(sid, { status: "completed", end_reason: "hangup" });
  });

  test("that nobody takes by a key is not answered", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, caller).behave({ answer: "answer" });
    await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "7w7" });
    const { sid } = await place(caller, { matchId });
    await until(sid, { status: "no-answer", duration_seconds: 0 });
    await vi.waitFor(async () => {
      const [mine] = await telephoneOf(sandbox, caller).calls();
      expect(mine?.said).toContain("Person did not answer. Goodbye.");
    });
  });

  test("ends when a machine picks up the caller's own phone, or nobody does", async () => {
    const { caller, matchId } = await phonePair(sandbox);
    const mine = telephoneOf(sandbox, caller);
    await mine.behave({ answer: "answer", machine: true });
    const machine = await place(caller, { matchId });
    await until(machine.sid, { status: "canceled" });
    await mine.behave({ answer: "busy" });
    const busy = await place(caller, { matchId });
    await until(busy.sid, { status: "busy", legs: [{ role: "caller" }, { status: "queued" }] });
  });

  test("has both agree to a recording, by a key", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, caller).behave({ answer: "answer" });
    await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "1" });
    const recorded = await place(caller, { matchId, record: true });
    await until(recorded.sid, { status: "in-progress", recording: "on" });
    expect((await telephoneOf(sandbox, callee).calls())[0]?.said[0]).toMatch(
      /Person asks to record this call\. Press 1 to take it recorded, 2 to take it without\./,
    );
    await hangUp(caller, recorded.sid);
    await until(recorded.sid, { status: "completed" });

    await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "2" });
    const unrecorded = await place(caller, { matchId, record: true });
    await until(unrecorded.sid, { status: "in-progress", recording: "stopped" });
    await hangUp(caller, unrecorded.sid);
  });
});

test("a call whose end was never reported is brought up to date by hanging up", async () => {
  const { caller, callee, matchId } = await phonePair(sandbox);
  await telephoneOf(sandbox, caller).behave({ answer: "answer" });
  await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "1" });
  const { sid } = await place(caller, { matchId });
  await until(sid, { status: "in-progress" });
  sandbox.twilio.context.faults.add({ target: "webhook", kind: "drop" });
  await telephoneOf(sandbox, caller).hangup();
  await hangUp(caller, sid);
  sandbox.twilio.context.faults.clear();
  await until(sid, {
    status: "completed",
    legs: [{ channel: "phone" }, { channel: "app", joined: false }, { channel: "phone" }],
  });
});

describe("the idempotency key", () => {
  test("gives the same call again, and refuses another call", async () => {
    const { caller, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, caller).behave({ answer: "manual" });
    const first = await place(caller, { matchId }, "key-1");
    const second = await place(caller, { matchId }, "key-1");
    expect(second.sid).toBe(first.sid);
    expect(await telephoneOf(sandbox, caller).calls()).toHaveLength(1);
    const other = await place(caller, { matchId, record: true }, "key-1");
    expect(other).toMatchObject({ status: 409, error: { code: "conflict" } });
    await hangUp(caller, first.sid);
    await until(first.sid, { legs: [{ role: "caller", status: "canceled" }, {}] });
  });

  test("lets one of several requests at once place the call", async () => {
    const { caller, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, caller).behave({ answer: "manual" });
    const all = await Promise.all([1, 2, 3].map(() => place(caller, { matchId }, "key-2")));
    expect(new Set(all.flatMap(({ sid }) => sid || [])).size).toBe(1);
    expect(await telephoneOf(sandbox, caller).calls()).toHaveLength(1);
  });
});

test("a key is free again once no telephone can ring for it any more", async () => {
  const { caller, matchId } = await phonePair(sandbox);
  await telephoneOf(sandbox, caller).behave({ answer: "manual" });
  const first = await place(caller, { matchId }, "key-4");
  await hangUp(caller, first.sid);
  // As a server leaves it that did not live to hear Twilio's answer.
  const interrupted = (ago: string) =>
    supabase.query(
      `update call_requests set call_sid = null, created_at = now() - interval '${ago}'
       where idempotency_key = 'key-4'`,
    );
  await interrupted("1 minute");
  expect(await place(caller, { matchId }, "key-4")).toMatchObject({ status: 409 });
  await interrupted("3 minutes");
  const again = await place(caller, { matchId }, "key-4");
  expect(again).toMatchObject({ status: 200 });
  expect(again.sid).not.toBe(first.sid);
  await hangUp(caller, again.sid);
});

test("an empty key is none", async () => {
  const { caller, matchId } = await phonePair(sandbox);
  await telephoneOf(sandbox, caller).behave({ answer: "busy" });
  expect(await place(caller, { matchId }, "")).toMatchObject({ status: 200 });
});

describe("who may not call", () => {
  test("hears why, in the words of the API", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const set = (what: string, { id }: Person) =>
      supabase.query(`update private_profiles set ${what} where id = $1`, [id]);

    const strange = await phonePair(sandbox);
    expect(await place(caller, { matchId: strange.matchId })).toMatchObject({
      status: 404,
      error: { code: "not_found" },
    });
    await set("takes_phone_calls = false", callee);
    expect(await place(caller, { matchId })).toMatchObject({
      status: 403,
      error: { code: "phone_calls_off", message: "This person does not take phone calls." },
    });
    await set("takes_phone_calls = true", callee);
    await set("phone = null, email = 'a@b.example'", caller);
    expect(await place(caller, { matchId })).toMatchObject({ error: { code: "phone_needed" } });
  });

  test.each([
    [{ to: "+390612345678" }, 400, "unsupported_country"],
    [{ to: "+19005550100" }, 400, "premium_number"],
    [{ to: "hello" }, 400, "invalid_phone"],
    [{ to: "+12125550100" }, 400, "number_not_allowed"],
    [{ to: mainLine }, 400, "number_not_allowed"],
    [{ to: "+14155550199", from: "+15005550011" }, 404, "not_found"],
    [{}, 400, "invalid_request"],
    [{ to: "+14155550199", matchId: crypto.randomUUID() }, 400, "invalid_request"],
    [{ matchId: crypto.randomUUID(), from: "+14155550199" }, 400, "invalid_request"],
    [{ matchId: "x" }, 400, "invalid_request"],
  ])("%j answers %i %s", async (body, status, code) => {
    expect(await place(somebody, body)).toMatchObject({ status, error: { code } });
    expect(await telephoneOf(sandbox, somebody).calls()).toEqual([]);
  });

  test("calls too often: 5 a minute, 50 a day", async () => {
    const caller = await phonePerson(sandbox);
    for (let n = 0; n < 5; n += 1) await place(caller, {});
    expect(await place(caller, {})).toMatchObject({
      status: 429,
      error: { code: "rate_limited" },
    });
  });
});

describe("a number outside of Duet", () => {
  test("is called from the main line, and is shown to the caller alone", async () => {
    const caller = await phonePerson(sandbox);
    const to = "+14155550196";
    await telephoneOf(sandbox, caller).behave({ answer: "answer" });
    await telephoneOf(sandbox, { phone: to }).behave({ answer: "answer" });
    const { sid, call } = await place(caller, { to });
    expect(call?.dialled).toBe(to);
    await until(sid, { status: "in-progress" });
    const [theirs] = await telephoneOf(sandbox, { phone: to }).calls();
    expect(theirs).toMatchObject({ from: mainLine, said: [] });
    await telephoneOf(sandbox, { phone: to }).hangup();
    await until(sid, { status: "completed" });
  });
});

describe("when Twilio", () => {
  test("fails, nobody is called and the key can be used again", async () => {
    const { caller, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, caller).behave({ answer: "manual" });
    sandbox.twilio.context.faults.add({
      target: "rest",
      kind: "status",
      status: 500,
      match: "/Calls",
      times: 9,
    });
    const failed = await place(caller, { matchId }, "key-3");
    sandbox.twilio.context.faults.clear();
    expect(failed).toMatchObject({ status: 503, error: { code: "unavailable" } });
    const again = await place(caller, { matchId }, "key-3");
    expect(again.status).toBe(200);
    await hangUp(caller, again.sid);
  });
});

describe("when Twilio turns the caller's own number away", () => {
  test.each([
    ["+15005550001", "invalid_phone", 21217],
    ["+15005550002", "invalid_phone", 21214],
    ["+15005550003", "unsupported_country", 21215],
    ["+15005550004", "number_not_allowed", 21216],
  ])("%s is told as %s, with Twilio's code and without the number", async (phone, code, twilio) => {
    await supabase.query("update private_profiles set phone = $2 where id = $1", [
      somebody.id,
      phone,
    ]);
    const { text, error } = await place(somebody, { to: "+14155550195" });
    expect(error).toMatchObject({ code, providerCode: twilio });
    expect(text).not.toContain(phone.slice(1));
  });
});
