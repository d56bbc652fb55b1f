import { describe, expect, test, vi } from "vitest";
import type { Person } from "../../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  firstOfPool,
  mainLine,
  phonePair,
  readPhoneCall,
  serveTelephony,
  takesPhoneCalls,
  telephoneOf,
} from "../../../../../e2e/integration/telephones";

const sandbox = await startSandboxEnv({ TWILIO_POOL_NUMBERS: firstOfPool });
const { supabase } = sandbox;
serveTelephony(sandbox);
const { POST } = await import("./route");
const blocks = await import("@/app/api/blocks/route");

async function open(person: Person, matchId: string) {
  const answer = await callRoute(POST, {
    path: `/api/matches/${matchId}/relay`,
    params: { matchId },
    token: person.accessToken,
  });
  return { status: answer.status, text: answer.text, json: answer.json };
}

const until = (sid: string, row: object) =>
  vi.waitFor(async () => expect(await readPhoneCall(supabase, sid)).toMatchObject(row), {
    timeout: 10_000,
  });

describe("opening a relay", () => {
  test("gives both the number that joins them, and nobody's own", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const { status, json, text } = await open(caller, matchId);
    expect(status).toBe(200);
    expect(json).toEqual({
      ok: true,
      number: firstOfPool,
      expiresAt: expect.stringMatching(/^2/),
      extension: 101,
      mainNumber: mainLine,
      youTakeCalls: true,
      theyTakeCalls: true,
      youHaveAPhone: true,
    });
    for (const { phone } of [caller, callee]) expect(text).not.toContain(phone.slice(1));
    expect((await open(callee, matchId)).json).toMatchObject({ number: firstOfPool });
  });

  test("says what is missing", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await takesPhoneCalls(supabase, callee, false);
    expect((await open(caller, matchId)).json).toMatchObject({
      number: null,
      expiresAt: null,
      youTakeCalls: true,
      theyTakeCalls: false,
    });
    expect((await open(callee, matchId)).json).toMatchObject({ youTakeCalls: false });
  });

  test("says so when no number is free for the two", async () => {
    const { caller } = await phonePair(sandbox);
    const other = await phonePair(sandbox);
    const first = await sandbox.makeMatch(caller, other.caller);
    expect((await open(caller, first)).status).toBe(200);
    const second = await sandbox.makeMatch(caller, other.callee);
    expect(await open(caller, second)).toMatchObject({
      status: 503,
      json: { error: { code: "no_free_number" } },
    });
  });

  test("of a match of others, or a blocked one, is not found", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const stranger = await phonePair(sandbox);
    const notFound = { status: 404, json: { error: { code: "not_found" } } };
    expect(await open(stranger.caller, matchId)).toMatchObject(notFound);
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      callee.id,
      caller.id,
    ]);
    expect(await open(caller, matchId)).toMatchObject(notFound);
  });
});

describe("two telephones", () => {
  test("call each other by it, and see nothing but it", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await open(caller, matchId);
    for (const [from, to] of [
      [caller, callee],
      [callee, caller],
    ] as const) {
      await telephoneOf(sandbox, to).behave({ answer: "answer", digits: "1" });
      const { sid } = await telephoneOf(sandbox, from).call({ to: firstOfPool });
      await until(sid, { status: "in-progress" });
      const [theirs] = await telephoneOf(sandbox, to).calls();
      expect(theirs).toMatchObject({ from: firstOfPool, state: "live" });
      expect(theirs?.said[0]).toBe("Call from Person on Duet. Press 1 to take it.");
      await telephoneOf(sandbox, to).hangup();
      await until(sid, { status: "completed", end_reason: "hangup" });
    }
    const kept = await supabase.query<{ text: string }>(
      "select payload::text as text from call_events union all select payload::text from realtime.messages",
    );
    const all = kept.map(({ text }) => text).join();
    for (const { phone } of [caller, callee]) expect(all).not.toContain(phone.slice(1));
  });

  test("are parted by a block in the middle, and the number no longer joins them", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await open(caller, matchId);
    await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "1" });
    const mine = telephoneOf(sandbox, caller);
    const { sid } = await mine.call({ to: firstOfPool });
    await until(sid, { status: "in-progress" });
    await callRoute(blocks.POST, {
      path: "/api/blocks",
      token: callee.accessToken,
      body: { profileId: caller.id },
    });
    await until(sid, { status: "completed", end_reason: "blocked" });
    const again = await mine.call({ to: firstOfPool });
    await vi.waitFor(async () => {
      const [refused] = await mine.calls();
      expect(refused).toMatchObject({ sid: again.sid, state: "ended" });
      expect(refused?.said.join()).toMatch(/cannot be connected/);
    });
    expect(await readPhoneCall(supabase, again.sid)).toBeUndefined();
  });

  test("of which the other is engaged are not connected, and the caller is told", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await open(caller, matchId);
    await telephoneOf(sandbox, callee).behave({ answer: "busy" });
    const mine = telephoneOf(sandbox, caller);
    const { sid } = await mine.call({ to: firstOfPool });
    await until(sid, { status: "no-answer", duration_seconds: 0 });
    await vi.waitFor(async () => {
      const [call] = await mine.calls();
      expect(call?.said).toEqual(["Person did not answer. Goodbye."]);
    });
  });
});
