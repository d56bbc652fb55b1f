import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  callbacksOf,
  clientOf,
  newCallSid,
  readCall,
  readLegs,
  verbsOf,
} from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { POST } = await import("@/app/api/twilio/voice/dial-result/route");
const fallback = await import("@/app/api/twilio/voice/fallback/route");
const status = await import("@/app/api/twilio/voice/status/route");
const { beginCall } = await import("@/lib/calls/begin-call");

const path = "/api/twilio/voice/dial-result";
const caller = await sandbox.signIn("+14155550131");
const callee = await sandbox.signIn("+14155550132");
await sandbox.makeMatch(caller, callee);

async function newCall() {
  await supabase.query("update calls set started_at = started_at - interval '5 hours'");
  const sid = newCallSid();
  await beginCall({
    providerSid: sid,
    kind: "voice",
    callerId: caller.id,
    calleeId: callee.id,
  });
  return { sid, ...callbacksOf(sid, clientOf(caller), clientOf(callee)) };
}

test.each([
  { dial: "completed", duration: "42", status: "completed", seconds: 42, reason: "hangup" },
  { dial: "answered", duration: "7", status: "completed", seconds: 7, reason: "hangup" },
  { dial: "busy", status: "busy", seconds: 0, reason: "declined" },
  { dial: "no-answer", status: "no-answer", seconds: 0, reason: "no-answer" },
  { dial: "failed", status: "failed", seconds: 0, reason: "failed" },
  { dial: "canceled", status: "canceled", seconds: 0, reason: "canceled" },
])("a dial that ends as $dial closes the call even without other callbacks", async (expected) => {
  const { sid, childSid, parent } = await newCall();
  const answer = await callRoute(POST, {
    path,
    form: {
      ...parent("in-progress", 50),
      DialCallSid: childSid,
      DialCallStatus: expected.dial,
      ...(expected.duration && { DialCallDuration: expected.duration }),
    },
  });
  expect(verbsOf(answer)).toEqual([{ verb: "Hangup" }]);
  expect(await readCall(supabase, sid)).toMatchObject({
    status: expected.status,
    duration_seconds: expected.seconds,
    end_reason: expected.reason,
    ended_at: expect.anything(),
  });
  expect(await readLegs(supabase, sid)).toMatchObject([
    { role: "caller", leg_sid: sid },
    { role: "callee", leg_sid: childSid, profile_id: callee.id, status: expected.status },
  ]);
});

test("a dial that could not even place a leg fails the call", async () => {
  const { sid, parent } = await newCall();
  const form = { ...parent("in-progress", 1), DialCallStatus: "failed", ErrorCode: "13224" };
  expect(verbsOf(await callRoute(POST, { path, form }))).toEqual([{ verb: "Hangup" }]);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "failed", error_code: 13_224 });
});

test("the outcome after the callbacks, and again, changes nothing", async () => {
  const { sid, childSid, child, parent } = await newCall();
  for (const form of [child("in-progress", 2), child("completed", 12, { CallDuration: "10" })]) {
    await callRoute(status.POST, { path: "/api/twilio/voice/status", form });
  }
  const before = await readCall(supabase, sid);
  const form = {
    ...parent("in-progress", 12),
    DialCallSid: childSid,
    DialCallStatus: "completed",
    DialCallDuration: "10",
  };
  for (let time = 0; time < 2; time += 1) await callRoute(POST, { path, form });
  expect(before).toMatchObject({ status: "completed", duration_seconds: 10 });
  expect(await readCall(supabase, sid)).toEqual(before);
});

test("an outcome that is not known ends the call and changes nothing", async () => {
  const { sid, parent } = await newCall();
  const form = { ...parent("in-progress", 3), DialCallStatus: "abducted" };
  expect(verbsOf(await callRoute(POST, { path, form }))).toEqual([{ verb: "Hangup" }]);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
});

test("a forged outcome changes nothing", async () => {
  const { sid, childSid, parent } = await newCall();
  const answer = await callRoute(POST, {
    path,
    form: { ...parent("completed", 3), DialCallSid: childSid, DialCallStatus: "completed" },
    headers: { "x-twilio-signature": "Zm9yZ2Vk" },
  });
  expect(answer.status).toBe(403);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
});

test("the fallback apologises and hangs up with nothing else working", async () => {
  const form = { CallSid: newCallSid(), ErrorCode: "11200", ErrorUrl: "http://localhost/x" };
  const requests = await sandbox.requestsDuring(async () => {
    const answer = await callRoute(fallback.POST, { path: "/api/twilio/voice/fallback", form });
    expect(answer.headers.get("content-type")).toContain("text/xml");
    expect(verbsOf(answer)).toEqual([
      { verb: "Say", loop: 1, text: expect.stringContaining("Sorry") },
      { verb: "Hangup" },
    ]);
  });
  expect(requests).toEqual([]);
});

test("the fallback answers Twilio only", async () => {
  const answer = await callRoute(fallback.POST, {
    path: "/api/twilio/voice/fallback",
    form: { CallSid: newCallSid() },
    headers: { "x-twilio-signature": "Zm9yZ2Vk" },
  });
  expect(answer.status).toBe(403);
});
