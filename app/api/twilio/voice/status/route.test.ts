import twilio from "twilio";
import { expect, test } from "vitest";
import { runRoute } from "../../../../../e2e/integration/call-route";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  type CallbackForm,
  callbacksOf,
  clientOf,
  newCallSid,
  readCall,
  readLegs,
} from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const { authToken } = sandbox.twilio.config;
const { POST } = await import("@/app/api/twilio/voice/status/route");
const { beginCall } = await import("@/lib/calls/begin-call");

const path = "/api/twilio/voice/status";
const caller = await sandbox.signIn("+14155550121");
const callee = await sandbox.signIn("+14155550122");
await sandbox.makeMatch(caller, callee);

/** A call that the voice URL has let through, and the callbacks it can cause. */
async function newCall() {
  // Nobody is in two calls at a time.
  await supabase.query("update calls set started_at = started_at - interval '5 hours'");
  const sid = newCallSid();
  const { outcome } = await beginCall({
    providerSid: sid,
    kind: "voice",
    callerId: caller.id,
    calleeId: callee.id,
  });
  expect(outcome).toBe("dial");
  return { sid, ...callbacksOf(sid, clientOf(caller), clientOf(callee)) };
}

async function report(...forms: CallbackForm[]) {
  for (const form of forms) {
    expect((await callRoute(POST, { path, form })).status).toBe(204);
  }
}

const eventsOf = (sid: string) =>
  supabase.query<{ event: string; status: string; leg_sid: string; payload: unknown }>(
    "select event, status, leg_sid, payload from call_events where provider_sid = $1 order by id",
    [sid],
  );
const linesOf = (sid: string) =>
  supabase.query<{ kind: string }>(
    "select kind from messages where call_id = (select id from calls where provider_sid = $1)",
    [sid],
  );

test("an answered call is recorded leg by leg, with its talk time and a line in the chat", async () => {
  const { sid, childSid, child, parent } = await newCall();
  await report(child("initiated", 0));
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
  await report(child("ringing", 1));
  expect(await readCall(supabase, sid)).toMatchObject({ status: "ringing" });
  await report(child("in-progress", 6));
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress", ended_at: null });
  expect(await linesOf(sid)).toEqual([]);

  await report(child("completed", 66, { CallDuration: "60", Duration: "1" }));
  await report(parent("completed", 66, { CallDuration: "60", Duration: "1" }));
  const row = await readCall(supabase, sid);
  expect(row).toMatchObject({
    status: "completed",
    duration_seconds: 60,
    end_reason: "hangup",
    error_code: null,
  });
  expect(new Date(row?.answered_at ?? 0).toISOString()).toBe("2026-11-20T12:00:06.000Z");
  expect(new Date(row?.ended_at ?? 0).toISOString()).toBe("2026-11-20T12:01:06.000Z");
  expect(await readLegs(supabase, sid)).toMatchObject([
    { role: "caller", leg_sid: sid, profile_id: caller.id, status: "completed" },
    { role: "callee", leg_sid: childSid, profile_id: callee.id, status: "completed" },
  ]);
  expect((await eventsOf(sid)).map(({ event }) => event)).toEqual([
    "initiated",
    "ringing",
    "answered",
    "completed",
    "completed",
  ]);
  expect(await linesOf(sid)).toEqual([{ kind: "call" }]);
});

test.each([
  { status: "busy", reason: "declined" },
  { status: "no-answer", reason: "no-answer" },
  { status: "canceled", reason: "canceled" },
  { status: "failed", reason: "failed" },
])("an unanswered call that ends as $status says so", async ({ status, reason }) => {
  const { sid, child, parent } = await newCall();
  await report(
    child("initiated", 0),
    child("ringing", 1),
    child(status, 9, { CallDuration: "0" }),
    parent("no-answer", 9, { CallDuration: "0" }),
  );
  expect(await readCall(supabase, sid)).toMatchObject({
    status,
    end_reason: reason,
    answered_at: null,
    duration_seconds: 0,
  });
});

test("an error code of Twilio's is kept with the call", async () => {
  const { sid, child } = await newCall();
  await report(child("failed", 2, { ErrorCode: "13224", SipResponseCode: "503" }));
  expect(await readCall(supabase, sid)).toMatchObject({ status: "failed", error_code: 13_224 });
});

test("callbacks in any order, each of them twice, end in the same row", async () => {
  const outcomes: unknown[] = [];
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
  ]) {
    const { sid, child, parent } = await newCall();
    const forms = [
      child("initiated", 0),
      child("ringing", 1),
      child("in-progress", 5),
      child("completed", 25, { CallDuration: "20" }),
      parent("completed", 25, { CallDuration: "20" }),
    ];
    for (const index of order) {
      const form = forms[index];
      if (form) await report(form, form);
    }
    expect(await eventsOf(sid)).toHaveLength(5);
    expect(await linesOf(sid)).toHaveLength(1);
    const { id: _id, ...row } = (await readCall(supabase, sid)) ?? { id: "" };
    outcomes.push(row);
  }
  expect(outcomes[0]).toMatchObject({ status: "completed", duration_seconds: 20 });
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
});

test("callbacks that arrive at once are each recorded once", async () => {
  const { sid, child } = await newCall();
  const forms = [child("initiated", 0), child("ringing", 1), child("in-progress", 2)];
  await Promise.all([...forms, ...forms, ...forms].map((form) => report(form)));
  expect(await eventsOf(sid)).toHaveLength(3);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
});

test("each callback takes one request to the database", async () => {
  const { child, parent } = await newCall();
  const forms = [
    child("initiated", 0),
    child("ringing", 1),
    child("in-progress", 2),
    child("completed", 4, { CallDuration: "2" }),
    parent("completed", 4, { CallDuration: "2" }),
  ];
  for (const form of [...forms, ...forms]) {
    const requests = await sandbox.requestsDuring(() => report(form));
    expect(requests).toEqual(["POST /rest/v1/rpc/record_call_event"]);
  }
});

test("what nobody here knows is acknowledged and changes nothing", async () => {
  const { sid, child } = await newCall();
  const forms = [
    child("transferred", 1),
    child("", 1),
    { ...child("ringing", 1), CallSid: "RM123" },
    { CallSid: "", CallStatus: "", RecordingSid: "RE123", RecordingStatus: "completed" },
  ];
  const requests = await sandbox.requestsDuring(() => report(...forms));
  expect(requests).toEqual([]);
  expect(await eventsOf(sid)).toEqual([]);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
});

test("an event of a call that is not known here is kept for the record only", async () => {
  const sid = newCallSid();
  const { parent } = callbacksOf(sid, clientOf(caller), clientOf(callee));
  await report(parent("completed", 3));
  expect(await eventsOf(sid)).toHaveLength(1);
  expect(await readCall(supabase, sid)).toBeUndefined();
});

test("no phone number reaches the audit log, wherever a callback carries it", async () => {
  const { sid, child } = await newCall();
  const digits = "4155550199";
  const number = `+1${digits}`;
  await report(
    child("ringing", 1, {
      From: number,
      To: number,
      Caller: number,
      Called: number,
      ForwardedFrom: number,
      CallerName: number,
      CalledVia: number,
      FromCity: number,
      Direction: number,
      ErrorCode: digits,
      CallDuration: digits,
      SipResponseCode: number,
      Timestamp: number,
      ApiVersion: number,
      SequenceNumber: digits,
      [number]: number,
    }),
  );
  const events = await eventsOf(sid);
  expect(events).toHaveLength(1);
  const rows = await supabase.query(
    "select e, p from call_events e left join call_participants p using (call_id) where e.provider_sid = $1",
    [sid],
  );
  expect(JSON.stringify(rows)).not.toContain(digits);
});

const signatureFor = (url: string, form: Record<string, string>, token = authToken) =>
  twilio.getExpectedTwilioSignature(token, url, form);

test("a callback that Twilio has not signed as it stands changes nothing", async () => {
  const { sid, child } = await newCall();
  const form = child("in-progress", 3);
  const url = `${publicUrl}${path}`;
  const good = signatureFor(url, form);
  const attempts: [string, Record<string, string>, string?][] = [
    ["", form],
    ["bm90IGEgc2lnbmF0dXJl", form],
    [signatureFor(url, form, "f".repeat(32)), form],
    [good, { ...form, CallStatus: "completed" }],
    [good, { ...form, Extra: "1" }],
    [good, form, `${path}?extra=1`],
    [signatureFor(`https://evil.example${path}`, form), form],
    [signatureFor(`${publicUrl}/api/twilio/voice/incoming`, form), form],
    [signatureFor(`${publicUrl}/api/twilio/twiml`, form), form],
  ];
  for (const [signature, sent, sentTo] of attempts) {
    const answer = await callRoute(POST, {
      path: sentTo ?? path,
      form: sent,
      headers: { "x-twilio-signature": signature },
    });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({ ok: false, error: { code: "bad_signature" } });
  }
  expect(await eventsOf(sid)).toEqual([]);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
  await report(form);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
});

/** Sends a callback signed for one address to another, as a proxy or a rewrite would. */
async function deliver(form: CallbackForm, signedUrl: string, receivedUrl: string) {
  const response = await runRoute(
    POST,
    new Request(receivedUrl, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": signatureFor(signedUrl, form),
        "x-forwarded-host": "evil.example",
      },
      body: new URLSearchParams(form).toString(),
    }),
  );
  return response.status;
}

test.each([
  "/api/twilio/voice/status",
  "/api/twilio/voice/status?source=twilio&note=a%20b+c",
  "/twilio/webhook",
  "/twilio/webhook?x=1",
  "/api/twilio/status-callback",
])("Twilio may be given %s, before and behind a proxy and a rewrite", async (given) => {
  const { sid, child } = await newCall();
  const signed = `${publicUrl}${given}`;
  const search = new URL(signed).search;
  expect(await deliver(child("initiated", 0), signed, signed)).toBe(204);
  expect(await deliver(child("ringing", 1), signed, `http://10.0.0.7:8080${given}`)).toBe(204);
  const rewritten = `http://10.0.0.7:8080${path}${search}`;
  expect(await deliver(child("in-progress", 2), signed, rewritten)).toBe(204);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
});

test("a callback that the database could not take is asked for again", async () => {
  const { sid, child } = await newCall();
  const form = child("ringing", 1);
  sandbox.failSupabase({ path: "record_call_event", status: 500, times: 1 });
  expect((await callRoute(POST, { path, form })).status).toBe(500);
  await report(form);
  expect(await readCall(supabase, sid)).toMatchObject({ status: "ringing" });
});
