import { expect, test } from "vitest";
import type { Person } from "../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../e2e/integration/sandbox-env";
import {
  answersByThemselves,
  callFrom,
  newCallSid,
  readCall,
  readLegs,
} from "../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const details = await import("@/app/api/calls/[sid]/route");
const connection = await import("@/app/api/calls/[sid]/connection/route");
const hangup = await import("@/app/api/calls/[sid]/hangup/route");
const { endCallsBetween } = await import("@/lib/calls/end-call");
sandbox.serve({
  "/api/twilio/voice/incoming": () => import("@/app/api/twilio/voice/incoming/route"),
  "/api/twilio/voice/status": () => import("@/app/api/twilio/voice/status/route"),
  "/api/twilio/voice/dial-result": () => import("@/app/api/twilio/voice/dial-result/route"),
});

let nextPhone = 160;
async function newPair() {
  const caller = await sandbox.signIn(`+14155550${nextPhone++}`);
  const callee = await sandbox.signIn(`+14155550${nextPhone++}`);
  answersByThemselves(sandbox, callee);
  return { caller, callee, matchId: await sandbox.makeMatch(caller, callee) };
}

/** A call through Twilio that the callee has picked up. */
async function talkingPair() {
  const pair = await newPair();
  const sid = callFrom(sandbox, pair.caller, pair.callee);
  await expect.poll(() => readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
  return { ...pair, sid };
}

const hangUp = (sid: string, person?: Person) =>
  callRoute(hangup.POST, {
    path: `/api/calls/${sid}/hangup`,
    params: { sid },
    ...(person && { token: person.accessToken }),
  });
const look = (sid: string, person?: Person) =>
  callRoute(details.GET, {
    method: "GET",
    path: `/api/calls/${sid}`,
    params: { sid },
    ...(person && { token: person.accessToken }),
  });
const statusAtTwilio = (sid: string) => sandbox.twilio.context.calls.get(sid)?.status;

test("the caller hangs up: Twilio ends both legs and the row is complete", async () => {
  const { sid, caller, callee, matchId } = await talkingPair();
  expect((await hangUp(sid, caller)).json).toEqual({ ok: true });
  expect(statusAtTwilio(sid)).toBe("completed");
  await expect
    .poll(() => readCall(supabase, sid))
    .toMatchObject({ status: "completed", end_reason: "hangup", match_id: matchId });
  await expect
    .poll(() => readLegs(supabase, sid))
    .toMatchObject([
      { role: "caller", status: "completed", profile_id: caller.id },
      { role: "callee", status: "completed", profile_id: callee.id },
    ]);

  expect((await hangUp(sid, caller)).json).toEqual({ ok: true });
  expect((await hangUp(sid, callee)).json).toEqual({ ok: true });
});

test("the callee hangs up by the only CallSid that their browser knows", async () => {
  const { sid, callee } = await talkingPair();
  const [, leg] = await readLegs(supabase, sid);
  expect(leg?.leg_sid).not.toBe(sid);
  expect((await hangUp(leg?.leg_sid ?? "", callee)).status).toBe(200);
  await expect.poll(() => readCall(supabase, sid)).toMatchObject({ status: "completed" });
});

test("a call that Twilio no longer knows counts as hung up", async () => {
  const { caller, callee, matchId } = await newPair();
  const sid = newCallSid();
  const { beginCall } = await import("@/lib/calls/begin-call");
  await beginCall({
    providerSid: sid,
    kind: "voice",
    callerId: caller.id,
    calleeId: callee.id,
    matchId,
  });
  expect((await hangUp(sid, caller)).status).toBe(200);
  expect(await readCall(supabase, sid)).toMatchObject({
    status: "canceled",
    ended_at: expect.anything(),
    duration_seconds: 0,
  });
  expect((await hangUp(sid, caller)).status).toBe(200);
});

test("a call that is over at Twilio, whose callbacks were lost, is recorded when it is hung up", async () => {
  const { sid, caller, callee } = await talkingPair();
  sandbox.twilio.context.faults.add({ target: "webhook", kind: "drop", match: sid });
  sandbox.passSeconds(30);
  await sandbox.twilio.context.calls.update(sid, { status: "completed" });
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });

  expect((await hangUp(sid, caller)).status).toBe(200);
  const row = await readCall(supabase, sid);
  expect(row).toMatchObject({ status: "completed", end_reason: "hangup" });
  expect(row?.duration_seconds).toBeGreaterThanOrEqual(29);
  expect(await readLegs(supabase, sid)).toMatchObject([
    { role: "caller", status: "completed" },
    { role: "callee", status: "completed", profile_id: callee.id },
  ]);
  expect(
    await supabase.query(
      "select distinct source from call_events where provider_sid = $1 and event = 'reconciled'",
      [sid],
    ),
  ).toEqual([{ source: "reconcile" }]);
});

test("nobody else can hang up a call or see it", async () => {
  const { sid, caller } = await talkingPair();
  const stranger = await sandbox.signIn("+14155550159");
  for (const answer of [
    await hangUp(sid, stranger),
    await look(sid, stranger),
    await hangUp(newCallSid(), caller),
    await look(newCallSid(), caller),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: "not_found" } });
  }
  expect((await hangUp(sid)).status).toBe(401);
  expect((await look(sid)).status).toBe(401);
  expect((await look("CA-or-so", caller)).status).toBe(400);
  expect(statusAtTwilio(sid)).toBe("in-progress");
  await hangUp(sid, caller);
});

test("a group's member who is not in the call can neither see it nor end it", async () => {
  const { sid, caller, callee, matchId } = await talkingPair();
  const third = await sandbox.signIn("+14155550158");
  await supabase.query("insert into match_members (match_id, profile_id) values ($1, $2)", [
    matchId,
    third.id,
  ]);
  expect((await look(sid, third)).status).toBe(404);
  expect((await hangUp(sid, third)).status).toBe(404);
  expect((await look(sid, callee)).status).toBe(200);
  await hangUp(sid, caller);
});

test("both sides see the call and its legs, and no number", async () => {
  const { sid, caller, callee, matchId } = await talkingPair();
  for (const person of [caller, callee]) {
    const { json, text } = await look(sid, person);
    expect(json).toMatchObject({
      ok: true,
      call: {
        sid,
        kind: "voice",
        matchId,
        callerId: caller.id,
        status: "in-progress",
        answeredAt: expect.any(String),
        endedAt: null,
        durationSeconds: null,
        endReason: null,
        participants: expect.arrayContaining([
          expect.objectContaining({ profileId: caller.id, role: "caller" }),
          expect.objectContaining({ profileId: callee.id, role: "callee" }),
        ]),
      },
    });
    expect(text).not.toContain("1415555");
  }
  await hangUp(sid, caller);
});

test("how well somebody was connected is theirs to tell, and theirs to see", async () => {
  const { sid, caller, callee } = await talkingPair();
  const tell = (person: Person, level: unknown) =>
    callRoute(connection.PUT, {
      ...{ method: "PUT", path: `/api/calls/${sid}/connection`, params: { sid } },
      ...{ token: person.accessToken, body: { level } },
    });
  expect((await tell(callee, 4.4)).status).toBe(200);
  expect((await tell(callee, 6)).status).toBe(400);
  expect((await tell(await sandbox.signIn("+14155550157"), 1)).status).toBe(404);
  expect((await look(sid, callee)).json).toMatchObject({ call: { quality: 4.4 }, recordings: [] });
  expect((await look(sid, caller)).json).toMatchObject({ call: { quality: null } });
  await hangUp(sid, caller);
});

test("what was recorded of a call, and of no other, comes with it", async () => {
  const [{ sid, caller, callee }, other] = [await talkingPair(), await talkingPair()];
  for (const { sid: of } of [{ sid }, other]) {
    await supabase.query(
      `insert into recordings (provider_sid, call_id, kind, status, duration_seconds, expires_at)
       select 'RE' || substr($1, 3), id, 'call', 'completed', 7, now() + interval '1 day'
       from calls where provider_sid = $1`,
      [of],
    );
  }
  for (const person of [caller, callee]) {
    expect((await look(sid, person)).json).toMatchObject({
      recordings: [{ sid: `RE${sid.slice(2)}`, callSid: sid, durationSeconds: 7 }],
    });
  }
  await hangUp(sid, caller);
  await hangUp(other.sid, other.caller);
});

test("what Twilio refuses to do is said, not swallowed", async () => {
  const { sid, caller } = await talkingPair();
  sandbox.twilio.context.faults.add({ target: "rest", kind: "status", status: 500, times: 1 });
  const answer = await hangUp(sid, caller);
  expect(answer.status).toBe(502);
  expect(answer.json).toMatchObject({ error: { code: "provider_error" } });
  expect((await hangUp(sid, caller)).status).toBe(200);
});

test("a block in the middle of a call ends it, and the row says why", async () => {
  const { sid, caller, callee } = await talkingPair();
  const other = await talkingPair();
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    callee.id,
    caller.id,
  ]);
  expect(await endCallsBetween(callee.id, caller.id, "blocked")).toBe(1);
  expect(statusAtTwilio(sid)).toBe("completed");
  await expect
    .poll(() => readCall(supabase, sid))
    .toMatchObject({ status: "completed", end_reason: "blocked" });
  expect(await endCallsBetween(callee.id, caller.id, "blocked")).toBe(0);
  expect(statusAtTwilio(other.sid)).toBe("in-progress");
  await hangUp(other.sid, other.caller);
});

test("whom the other has blocked can still hang up the call they are in", async () => {
  const { sid, caller, callee } = await talkingPair();
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    callee.id,
    caller.id,
  ]);
  expect((await hangUp(sid, caller)).status).toBe(200);
  expect(statusAtTwilio(sid)).toBe("completed");
});
