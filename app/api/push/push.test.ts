import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import {
  callbacksOf,
  clientOf,
  newCallSid,
  readCall,
  verbsOf,
} from "../../../e2e/integration/voice";
import { type FakeSubscription, startPushService } from "../../../e2e/push-service";

const sandbox = await startSandboxEnv({ PUSH_ENDPOINT_HOSTS: "127.0.0.1" });
const service = await startPushService();
afterAll(() => service.close());
const { supabase } = sandbox;
const subscriptions = await import("@/app/api/push/subscriptions/route");
const testPush = await import("@/app/api/push/test/route");
const notify = await import("@/app/api/messages/[id]/notify/route");
const signout = await import("@/app/api/auth/signout/route");
const incoming = await import("@/app/api/twilio/voice/incoming/route");
const waiting = await import("@/app/api/twilio/voice/waiting/route");
const dialResult = await import("@/app/api/twilio/voice/dial-result/route");
const status = await import("@/app/api/twilio/voice/status/route");
const likes = await import("@/app/api/likes/route");
const voice = "/api/twilio/voice";

const ada = await sandbox.signIn("+14155550161");
const ben = await sandbox.signIn("+14155550162");
const cara = await sandbox.signIn("+14155550163");
const matchId = await sandbox.makeMatch(ada, ben);
await supabase.query("update profiles set display_name = 'Ada +14155550161' where id = $1", [
  ada.id,
]);

beforeEach(async () => {
  await supabase.query("delete from push_subscriptions");
  await supabase.query("delete from notification_preferences");
  await supabase.query("delete from calls");
  await supabase.query("delete from blocks");
  await supabase.query("delete from app_presence");
  await supabase.query("update profiles set last_seen_at = null");
  await supabase.query("update match_members set muted_until = null, last_read_at = null");
  await supabase.query("update private_profiles set takes_phone_calls = false");
});

const save = (person: Person, body: object) =>
  callRoute(subscriptions.POST, {
    path: "/api/push/subscriptions",
    token: person.accessToken,
    headers: { "user-agent": "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Safari/537.36" },
    body,
  });

async function subscribe(person: Person): Promise<FakeSubscription> {
  const subscription = service.subscribe();
  expect(await save(person, subscription)).toMatchObject({ status: 200 });
  return subscription;
}

const prefer = (person: Person, part: Record<string, unknown>) =>
  supabase.query(
    "insert into notification_preferences select * from jsonb_populate_record(null::notification_preferences, $1)",
    [
      JSON.stringify({
        ...{
          profile_id: person.id,
          calls: true,
          missed_calls: true,
          messages: true,
          matches: true,
        },
        ...{ show_preview: false, time_zone: "UTC", ...part },
      }),
    ],
  );
/** From an hour ago until in an hour. */
function quietNow() {
  const hour = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 19);
  return { quiet_from: hour(-1), quiet_to: hour(1) };
}
const payloads = (subscription: FakeSubscription) =>
  service.pushesTo(subscription).map(({ payload }) => payload);
const here = (person: Person) =>
  supabase.query("update profiles set last_seen_at = now() where id = $1", [person.id]);
const ready = (person: Person) =>
  supabase.query(
    "insert into app_presence (profile_id, ready_at) values ($1, clock_timestamp()) on conflict (profile_id) do update set ready_at = clock_timestamp()",
    [person.id],
  );

async function write(body: string): Promise<string> {
  const [row] = await supabase.query<{ id: string }>(
    "insert into messages (match_id, sender_id, body) values ($1, $2, $3) returning id",
    [matchId, ada.id, body],
  );
  return String(row?.id);
}
const announce = (id: string, by = ada) =>
  callRoute(notify.POST, {
    path: `/api/messages/${id}/notify`,
    token: by.accessToken,
    params: { id },
    body: {},
  });

const form = (sid: string) => ({ CallSid: sid, From: clientOf(ada), To: clientOf(ben) });
async function call() {
  const sid = newCallSid();
  const answer = await callRoute(incoming.POST, { path: `${voice}/incoming`, form: form(sid) });
  return { sid, answer, ...callbacksOf(sid, clientOf(ada), clientOf(ben)) };
}
const dialEnded = (sid: string, child: string, outcome: string, step = "?step=reach-app") =>
  callRoute(dialResult.POST, {
    path: `${voice}/dial-result${step}`,
    form: { ...form(sid), DialCallSid: child, DialCallStatus: outcome, CallStatus: "ringing" },
  });
const ask = (sid: string) => callRoute(waiting.POST, { path: `${voice}/waiting`, form: form(sid) });

describe("a browser", () => {
  test("is kept once, under the name its owner knows it by, and told of a test", async () => {
    const subscription = await subscribe(ben);
    await save(ben, subscription);
    const devices = await supabase.query("select device from push_subscriptions");
    expect(devices).toEqual([{ device: "Chrome on Android" }]);

    const answer = await callRoute(testPush.POST, {
      path: "/api/push/test",
      token: ben.accessToken,
      body: {},
    });
    expect(answer.json).toMatchObject({ ok: true, sent: 1 });
    expect(service.pushesTo(subscription)).toMatchObject([
      {
        payload: { type: "test", path: "/settings/notifications" },
        publicKey: process.env.VAPID_PUBLIC_KEY,
        subject: process.env.VAPID_SUBJECT,
      },
    ]);
  });

  test.each([
    "http://169.254.169.254/latest/meta-data",
    "https://internal.example/push",
    "http://localhost:54321/rest/v1/calls",
  ])("that names %s is refused: the server sends to push services alone", async (endpoint) => {
    const { keys } = service.subscribe();
    expect(await save(ben, { endpoint, keys })).toMatchObject({
      status: 400,
      json: { error: { fields: { endpoint: expect.any(String) } } },
    });
    expect(await supabase.query("select from push_subscriptions")).toEqual([]);
  });

  test("belongs to whoever has signed in there last", async () => {
    const subscription = await subscribe(ben);
    await save(cara, subscription);
    await announce(await write("hello"));
    expect(payloads(subscription)).toEqual([]);
  });

  test("is not taken over by somebody who knows its address alone", async () => {
    const { endpoint } = await subscribe(ben);
    await save(cara, { endpoint, keys: service.subscribe().keys });
    expect(await supabase.query("select profile_id from push_subscriptions")).toEqual([
      { profile_id: ben.id },
    ]);
  });

  test("of somebody else cannot be switched off", async () => {
    const { endpoint } = await subscribe(ben);
    const remove = (person: Person) =>
      callRoute(subscriptions.DELETE, {
        method: "DELETE",
        path: "/api/push/subscriptions",
        token: person.accessToken,
        body: { endpoint },
      });
    await remove(cara);
    expect(await supabase.query("select from push_subscriptions")).toHaveLength(1);
    await remove(ben);
    expect(await supabase.query("select from push_subscriptions")).toHaveLength(0);
  });

  test("gets nothing more once its owner has signed out there", async () => {
    const guest = await sandbox.signIn("+14155550164");
    await subscribe(guest);
    await subscribe(ben);
    await callRoute(signout.POST, {
      path: "/api/auth/signout",
      token: guest.accessToken,
      body: { scope: "local" },
    });
    expect(await supabase.query("select profile_id from push_subscriptions")).toEqual([
      { profile_id: ben.id },
    ]);
  });

  test.each([404, 410])(
    "that its push service does not know any more (%s) is forgotten",
    async (gone) => {
      const [lost, kept] = [await subscribe(ben), await subscribe(ben)];
      service.answer(lost, gone);
      await announce(await write("hello"));
      expect(payloads(kept)).toHaveLength(1);
      expect(await supabase.query("select endpoint from push_subscriptions")).toEqual([
        { endpoint: kept.endpoint },
      ]);
    },
  );

  test("whose push service fails is tried again", async () => {
    const subscription = await subscribe(ben);
    service.answer(subscription, 503);
    await announce(await write("one"));
    expect(await supabase.query("select failures from push_subscriptions")).toEqual([
      { failures: 1 },
    ]);
    service.answer(subscription, 201);
    await announce(await write("two"));
    expect(payloads(subscription)).toHaveLength(1);
    expect(await supabase.query("select failures from push_subscriptions")).toEqual([
      { failures: 0 },
    ]);
  });
});

describe("a message", () => {
  test("is told of once, by the first name alone", async () => {
    const subscription = await subscribe(ben);
    const id = await write("meet me at +1 415 555 0161");
    await announce(id);
    await announce(id);
    expect(service.pushesTo(subscription)).toMatchObject([
      {
        payload: {
          type: "message",
          title: "Ada",
          body: "New message",
          path: `/matches/${matchId}`,
          tag: `messages:${matchId}`,
        },
        urgency: "normal",
      },
    ]);
    expect(JSON.stringify(payloads(subscription))).not.toContain("4155550161");
  });

  test("is shown only to who wants that", async () => {
    const subscription = await subscribe(ben);
    await prefer(ben, { show_preview: true });
    await announce(await write(`see you\n at  eight ${"x".repeat(200)}`));
    expect(payloads(subscription)).toMatchObject([
      { body: expect.stringMatching(/^see you at eight x+…$/) },
    ]);
  });

  test("is told of by its sender alone", async () => {
    const subscription = await subscribe(ben);
    const id = await write("hello");
    await announce(id, cara);
    await announce(id, ben);
    expect(payloads(subscription)).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["has the app in view", () => here(ben)],
    [
      "has muted the match",
      () =>
        supabase.query(
          "update match_members set muted_until = now() + interval '1 hour' where profile_id = $1",
          [ben.id],
        ),
    ],
    [
      "has read it",
      () =>
        supabase.query(
          "update match_members set last_read_at = now() + interval '1 second' where profile_id = $1",
          [ben.id],
        ),
    ],
    ["does not want to hear of messages", () => prefer(ben, { messages: false })],
    ["has quiet hours", () => prefer(ben, quietNow())],
    [
      "has blocked the sender",
      () =>
        supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
          ben.id,
          ada.id,
        ]),
    ],
  ])("does not disturb somebody who %s", async (_, arrange) => {
    const subscription = await subscribe(ben);
    const id = await write("hello");
    await arrange();
    await announce(id);
    expect(payloads(subscription)).toEqual([]);
  });

  test("reaches somebody who has just put the app away", async () => {
    const subscription = await subscribe(ben);
    await here(ben);
    await supabase.query(
      "insert into app_presence (profile_id, away_at) values ($1, now() + interval '1 millisecond')",
      [ben.id],
    );
    await announce(await write("hello"));
    expect(payloads(subscription)).toHaveLength(1);
  });
});

describe("a new match", () => {
  const like = (person: Person, other: Person) =>
    callRoute(likes.POST, {
      path: "/api/likes",
      token: person.accessToken,
      body: { profileId: other.id, kind: "like" },
    });
  beforeEach(() => supabase.query("delete from likes"));

  test("is told to whoever liked first, once", async () => {
    const [first, second] = [await subscribe(ada), await subscribe(cara)];
    await like(cara, ada);
    const { json } = await like(ada, cara);
    await like(ada, cara);
    const { match } = json as { match: { id: string } };
    expect(payloads(second)).toMatchObject([
      { type: "match", title: "Ada likes you, too", path: `/matches/${match.id}` },
    ]);
    expect(payloads(first)).toEqual([]);
  });

  test("is not told to somebody who has the app in view", async () => {
    const eve = await sandbox.signIn("+14155550166");
    const subscription = await subscribe(eve);
    await like(eve, ada);
    await here(eve);
    expect((await like(ada, eve)).json).toMatchObject({ match: { id: expect.any(String) } });
    expect(payloads(subscription)).toEqual([]);
  });

  test("is not told to somebody who does not want to hear of matches", async () => {
    const dora = await sandbox.signIn("+14155550165");
    const subscription = await subscribe(dora);
    await prefer(dora, { matches: false });
    await like(dora, ada);
    expect((await like(ada, dora)).json).toMatchObject({ match: { id: expect.any(String) } });
    expect(payloads(subscription)).toEqual([]);
  });
});

describe("a call to somebody whose app is closed", () => {
  test("is pushed before it is dialled, and rings once their app has come", async () => {
    const subscription = await subscribe(ben);
    const { sid, answer, child, childSid } = await call();
    expect(service.pushesTo(subscription)).toMatchObject([
      {
        payload: { type: "call", title: "Ada is calling", path: `/matches/${matchId}` },
        urgency: "high",
        ttl: 30,
      },
    ]);
    expect(verbsOf(answer)).toMatchObject([{ verb: "Dial", timeout: 15 }]);

    await callRoute(status.POST, { path: `${voice}/status`, form: child("no-answer", 1) });
    const next = await dialEnded(sid, childSid, "no-answer");
    expect(verbsOf(next)).toMatchObject([
      { verb: "Pause", seconds: 2 },
      { verb: "Redirect", url: `${sandbox.publicUrl}${voice}/waiting#rc=3&rp=ct,rt,5xx` },
    ]);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated", ended_at: null });
    expect(verbsOf(await ask(sid))).toMatchObject([{ verb: "Pause" }, { verb: "Redirect" }]);

    await ready(ben);
    expect(verbsOf(await ask(sid))).toMatchObject([
      { verb: "Dial", timeout: 30, targets: [{ noun: "Client" }] },
    ]);
    const second = callbacksOf(sid, clientOf(ada), clientOf(ben));
    for (const event of [second.child("ringing", 9), second.child("in-progress", 10)]) {
      await callRoute(status.POST, { path: `${voice}/status`, form: event });
    }
    expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
    expect(payloads(subscription).at(-1)).toMatchObject({
      type: "over",
      tag: payloads(subscription)[0]?.tag,
    });
    await callRoute(status.POST, {
      path: `${voice}/status`,
      form: second.child("completed", 20, { CallDuration: "10" }),
    });
    expect(await readCall(supabase, sid)).toMatchObject({
      status: "completed",
      duration_seconds: 10,
    });
  });

  test("is missed when they do not come, and that replaces the news", async () => {
    const subscription = await subscribe(ben);
    const { sid, childSid } = await call();
    await supabase.query("update calls set started_at = now() - interval '31 seconds'");
    expect(verbsOf(await dialEnded(sid, childSid, "no-answer"))).toMatchObject([
      { verb: "Hangup" },
    ]);
    expect(await readCall(supabase, sid)).toMatchObject({
      status: "no-answer",
      end_reason: "no-answer",
    });
    const [ringing, missed, ...more] = service.pushesTo(subscription);
    expect(missed).toMatchObject({
      payload: { type: "missed", title: "Missed call from Ada", tag: ringing?.payload.tag },
      // What still waits at the push service is replaced, too.
      topic: ringing?.topic,
      ttl: 86_400,
    });
    expect(more).toEqual([]);
  });

  test("goes on to their telephone when they do not come and take phone calls", async () => {
    await subscribe(ben);
    await supabase.query("update private_profiles set takes_phone_calls = true");
    const { sid, childSid } = await call();
    await supabase.query("update calls set started_at = now() - interval '31 seconds'");
    const answer = await dialEnded(sid, childSid, "no-answer");
    expect(verbsOf(answer)).toMatchObject([
      { verb: "Dial", targets: [{ noun: "Number", to: ben.phone }] },
    ]);
    const [row] = await supabase.query("select kind, reach from calls");
    expect(row).toEqual({ kind: "phone", reach: "telephone" });
    const over = await dialEnded(sid, newCallSid(), "no-answer", "?step=phone");
    expect(verbsOf(over)).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "no-answer" });
  });

  test("leaves their telephone alone in their quiet hours", async () => {
    await supabase.query("update private_profiles set takes_phone_calls = true");
    await prefer(ben, quietNow());
    const { answer, sid, childSid } = await call();
    expect(verbsOf(answer)).toMatchObject([{ verb: "Dial", timeout: 40 }]);
    expect(verbsOf(await dialEnded(sid, childSid, "no-answer", ""))).toMatchObject([
      { verb: "Hangup" },
    ]);
  });

  test("without browsers to be pushed goes to their telephone at once", async () => {
    await supabase.query("update private_profiles set takes_phone_calls = true");
    const { sid, childSid } = await call();
    expect(verbsOf(await dialEnded(sid, childSid, "no-answer"))).toMatchObject([
      { verb: "Dial", targets: [{ noun: "Number" }] },
    ]);
  });

  test("ends when they decline, and their other devices fall silent", async () => {
    const subscription = await subscribe(ben);
    const { sid, childSid, child } = await call();
    await callRoute(status.POST, { path: `${voice}/status`, form: child("ringing", 1) });
    await dialEnded(sid, childSid, "busy");
    expect(await readCall(supabase, sid)).toMatchObject({ status: "busy", end_reason: "declined" });
    expect(payloads(subscription).map(({ type }) => type)).toEqual(["call", "over"]);
  });

  test("ends when they block the caller meanwhile", async () => {
    await subscribe(ben);
    const { sid, childSid } = await call();
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      ben.id,
      ada.id,
    ]);
    await ready(ben);
    expect(verbsOf(await dialEnded(sid, childSid, "no-answer"))).toMatchObject([
      { verb: "Hangup" },
    ]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["has quiet hours", () => prefer(ben, quietNow())],
    ["does not want to hear of calls", () => prefer(ben, { calls: false })],
    [
      "has muted the match",
      () =>
        supabase.query(
          "update match_members set muted_until = now() + interval '1 hour' where profile_id = $1",
          [ben.id],
        ),
    ],
  ])("pushes nobody who %s, and does not wait for them", async (_, arrange) => {
    const subscription = await subscribe(ben);
    await arrange();
    const { answer } = await call();
    expect(verbsOf(answer)).toMatchObject([{ verb: "Dial", timeout: 40 }]);
    expect(payloads(subscription)).toEqual([]);
  });
});

test("somebody who has the app open is dialled at once, and pushed all the same", async () => {
  const subscription = await subscribe(ben);
  await here(ben);
  const { answer } = await call();
  expect(verbsOf(answer)).toMatchObject([{ verb: "Dial", timeout: 40 }]);
  expect(payloads(subscription)).toMatchObject([{ type: "call" }]);
});
