import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Person } from "../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import { newCallSid } from "../../../e2e/integration/voice";
import { unattendedLeg } from "../../../sandbox/twilio/calls/leg";
import { Line } from "../../../sandbox/twilio/calls/line";
import { silentEnd } from "../../../sandbox/twilio/media/silent-end";
import { toWav } from "../../../sandbox/twilio/recordings/wav";
import { newSid } from "../../../sandbox/twilio/sids";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "1000" });
const { supabase } = sandbox;
const { recordings, faults } = sandbox.twilio.context;
const list = await import("@/app/api/recordings/route");
const one = await import("@/app/api/recordings/[sid]/route");
const callback = await import("@/app/api/twilio/voice/recording/route");
const transcription = await import("@/app/api/twilio/voice/transcription/route");
const { expireRecordings } = await import("@/lib/recordings/expire");

const owner = await sandbox.signIn("+14155550194");
const friend = await sandbox.signIn("+14155550195");
const stranger = await sandbox.signIn("+14155550196");
const matchId = await sandbox.makeMatch(owner, friend);
const [number] = await supabase.query<{ id: string }>(
  "insert into phone_numbers (number, owner_id, country) values ('+14155559002', $1, 'US') returning id",
  [owner.id],
);
const sound = toWav([Int16Array.from({ length: 100 }, (_, n) => n)]);

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(recordings, "media").mockReturnValue(sound);
  faults.clear();
  await supabase.query("delete from calls");
});

/** A call in which the friend and the owner have talked, and agreed. */
async function call(kind: "voice" | "phone" = "voice"): Promise<string> {
  const sid = newCallSid();
  await supabase.query(
    `with made as (
       insert into calls (provider_sid, kind, match_id, number_id, caller_id, recording)
       values ($1, $2, $3, $4, $5, 'on') returning id
     ), agreed as (
       insert into recording_consents (call_id, profile_id)
       select id, unnest(array[$5::uuid, $6::uuid]) from made
     )
     insert into call_participants (call_id, leg_sid, profile_id, role, joined_at)
     select id, $1, $5::uuid, 'caller'::call_role, now() from made
     union all select id, null, $6::uuid, 'callee'::call_role, now() from made`,
    [sid, kind, matchId, kind === "phone" ? number?.id : null, friend.id, owner.id],
  );
  return sid;
}

/** A recording that Twilio has, in some seconds of sound, and reports. */
async function recorded(kind: "call" | "voicemail", more: Record<string, string> = {}) {
  const callSid = await call(kind === "call" ? "voice" : "phone");
  const line = new Line(unattendedLeg(silentEnd));
  const { sid } = recordings.start(
    { sid: callSid, line, ended: new AbortController().signal },
    { channels: 1, source: "RecordVerb" },
  );
  const RecordingStatus = "completed";
  await callRoute(callback.POST, {
    path: `/api/twilio/voice/recording?kind=${kind}`,
    form: { CallSid: callSid, RecordingSid: sid, RecordingStatus, RecordingDuration: "5", ...more },
  });
  return { sid, callSid };
}

const ask = async (person: Person, query = "") =>
  callRoute(list.GET, {
    method: "GET",
    path: `/api/recordings${query}`,
    token: person.accessToken,
  });
const play = (person: Person, sid: string, query = "", headers: Record<string, string> = {}) =>
  callRoute(one.GET, {
    method: "GET",
    path: `/api/recordings/${sid}${query}`,
    params: { sid },
    token: person.accessToken,
    headers,
  });
const remove = (person: Person, sid: string) =>
  callRoute(one.DELETE, {
    method: "DELETE",
    path: `/api/recordings/${sid}`,
    params: { sid },
    token: person.accessToken,
  });

const shown = async (person: Person) => (await ask(person)).json;
const statusOf = (sid: string) =>
  supabase.query("select status from recordings where provider_sid = $1", [sid]);

describe("a recording of a call", () => {
  test("is listed for both who talked, with the other's name", async () => {
    const { sid, callSid } = await recorded("call");
    for (const [person, other] of [
      [owner, friend],
      [friend, owner],
    ] as const) {
      expect(await shown(person)).toMatchObject({
        ok: true,
        next: null,
        unheard: 0,
        recordings: [
          {
            ...{ sid, callSid, kind: "call", status: "completed", durationSeconds: 5 },
            from: { profileId: other.id, name: expect.stringMatching(/^Person/) },
            transcript: null,
          },
        ],
      });
      expect((await play(person, sid)).status).toBe(200);
    }
    expect(await shown(stranger)).toMatchObject({ recordings: [] });
  });

  test("is theirs no more once they cannot reach each other", async () => {
    const { sid } = await recorded("call");
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      owner.id,
      friend.id,
    ]);
    for (const person of [owner, friend]) {
      expect(await shown(person)).toMatchObject({ recordings: [] });
      expect((await play(person, sid)).status).toBe(404);
      expect((await remove(person, sid)).status).toBe(404);
    }
    await supabase.query("delete from blocks");
  });

  test("has what was said, in turns", async () => {
    const { sid, callSid } = await recorded("call");
    const say = (number: number, Track: string, transcript: string, second: number) =>
      callRoute(transcription.POST, {
        path: `/api/twilio/voice/transcription?recording=${sid}`,
        form: {
          ...{ CallSid: callSid, TranscriptionSid: `GT${"1".repeat(32)}`, Track },
          TranscriptionEvent: "transcription-content",
          TranscriptionData: JSON.stringify({ transcript }),
          SequenceId: String(number),
          Timestamp: new Date(Date.now() + second * 1000).toISOString(),
        },
      });
    await say(3, "outbound_track", "Fine.", 20);
    await say(2, "inbound_track", "Are you well?", 10);
    const { recordings: answer } = (await shown(owner)) as { recordings: object[] };
    expect(answer).toMatchObject([
      {
        transcript: {
          status: "in-progress",
          turns: [
            { profileId: friend.id, text: "Are you well?", at: expect.closeTo(10, -1) },
            { profileId: owner.id, text: "Fine.", at: expect.closeTo(20, -1) },
          ],
        },
      },
    ]);
  });
});

describe("voicemail", () => {
  test("is its owner's alone, and new until it was played", async () => {
    const { sid, callSid } = await recorded("voicemail");
    await callRoute(transcription.POST, {
      path: "/api/twilio/voice/transcription",
      form: {
        ...{ CallSid: callSid, RecordingSid: sid, TranscriptionSid: newSid("TR") },
        ...{ TranscriptionStatus: "completed", TranscriptionText: "Call me back." },
      },
    });
    expect(await shown(owner)).toMatchObject({
      unheard: 1,
      recordings: [
        {
          kind: "voicemail",
          from: { profileId: friend.id },
          heardAt: null,
          transcript: { status: "completed", turns: [{ text: "Call me back.", at: 0 }] },
        },
      ],
    });
    expect(await shown(friend)).toMatchObject({ recordings: [], unheard: 0 });
    expect((await play(friend, sid)).status).toBe(404);
    expect(await shown(owner)).toMatchObject({ unheard: 1 });

    await play(owner, sid);
    expect(await shown(owner)).toMatchObject({
      unheard: 0,
      recordings: [{ heardAt: expect.any(String) }],
    });
  });

  test("of somebody who is no match has no name and no number", async () => {
    await recorded("voicemail");
    await supabase.query("update calls set caller_id = null, match_id = null");
    await supabase.query("update call_participants set profile_id = null where role = 'caller'");
    const answer = await ask(owner);
    expect(answer.json).toMatchObject({ recordings: [{ from: null }] });
    expect(answer.text).not.toContain("1415555");
  });
});

describe("the sound", () => {
  test("comes from Twilio through the app, and nobody keeps a copy", async () => {
    const { sid } = await recorded("call");
    const answer = await play(owner, sid);
    expect(answer.headers.get("content-type")).toBe("audio/wav");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^inline; filename="duet-call-.*wav"/,
    );
    expect(answer.headers.get("location")).toBeNull();
    expect((await play(owner, sid, "?download=1")).headers.get("content-disposition")).toMatch(
      /^attachment/,
    );
  });

  test("comes in the part that is asked for", async () => {
    const { sid } = await recorded("call");
    const answer = await play(owner, sid, "", { range: "bytes=8-11" });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes 8-11/${sound.length}`);
    expect(answer.text).toBe("WAVE");
    expect((await play(owner, sid, "", { range: `bytes=${sound.length}-` })).status).toBe(416);
  });

  test.for(["in-progress", "absent", "failed"])(
    "of one that is %s: there is none",
    async (status) => {
      const { sid } = await recorded("call", { RecordingStatus: status });
      expect((await play(owner, sid)).json).toMatchObject({ error: { code: "conflict" } });
      expect(await shown(owner)).toMatchObject({ recordings: [{ status }] });
    },
  );

  test("that Twilio cannot give is said to be unavailable", async () => {
    const { sid } = await recorded("call");
    faults.add({ target: "rest", kind: "status", status: 500 });
    expect((await play(owner, sid)).json).toMatchObject({ error: { code: "provider_error" } });
  });
});

describe("deleting", () => {
  test("is for everybody, and at Twilio too", async () => {
    const { sid } = await recorded("call");
    expect((await remove(friend, sid)).json).toEqual({ ok: true });
    expect(recordings.get(sid)).toBeUndefined();
    expect((await play(owner, sid)).status).toBe(404);
    expect(await shown(owner)).toMatchObject({ recordings: [] });
    expect((await remove(friend, sid)).status).toBe(404);
  });

  test("what Twilio has deleted already works", async () => {
    const { sid } = await recorded("call");
    recordings.delete(sid);
    expect((await play(owner, sid)).status).toBe(404);
    expect((await remove(owner, sid)).status).toBe(200);
    expect(await statusOf(sid)).toEqual([{ status: "deleted" }]);
  });

  test("that Twilio refuses leaves it where it is", async () => {
    const { sid } = await recorded("call");
    faults.add({ target: "rest", kind: "status", status: 500 });
    expect((await remove(owner, sid)).status).toBe(502);
    expect(await statusOf(sid)).toEqual([{ status: "completed" }]);
  });

  test("is for nobody else, and not while it is recorded", async () => {
    const { sid } = await recorded("call", { RecordingStatus: "in-progress" });
    expect((await remove(stranger, sid)).status).toBe(404);
    expect((await remove(owner, newSid("RE"))).status).toBe(404);
    expect((await remove(owner, sid)).json).toMatchObject({ error: { code: "conflict" } });
    expect(recordings.get(sid)).toBeDefined();
  });
});

test("what has expired is gone at once, and soon at Twilio as well", async () => {
  const { sid } = await recorded("call");
  const left = await recorded("call");
  await supabase.query(
    "update recordings set expires_at = now() - interval '1 second' where provider_sid = $1",
    [sid],
  );
  await supabase.query(
    `insert into transcripts (call_id, recording_sid, provider_sid, created_at)
     select call_id, $1, $2, now() - interval '31 days' from recordings where provider_sid = $3`,
    [newSid("RE"), `TR${"0".repeat(32)}`, sid],
  );
  expect((await play(owner, sid)).status).toBe(404);
  expect(recordings.get(sid)).toBeDefined();

  expect(await shown(owner)).toMatchObject({ recordings: [{ sid: left.sid }] });
  await expect.poll(() => recordings.get(sid)).toBeUndefined();
  expect(await statusOf(sid)).toEqual([{ status: "deleted" }]);
  expect(recordings.get(left.sid)).toBeDefined();
  expect(await supabase.query("select id from transcripts where recording_id is null")).toEqual([]);
});

test("one that Twilio does not delete is tried again after all others", async () => {
  const stuck = await recorded("call");
  const next = await recorded("call");
  await supabase.query(
    `update recordings set expires_at = now() - case when provider_sid = $1
       then interval '2 seconds' else interval '1 second' end`,
    [stuck.sid],
  );
  faults.add({ target: "rest", kind: "status", status: 500, match: stuck.sid });
  expect(await expireRecordings(1)).toBe(0);
  expect(await expireRecordings(1)).toBe(1);
  expect(await statusOf(next.sid)).toEqual([{ status: "deleted" }]);

  faults.clear();
  expect(await expireRecordings(1)).toBe(1);
  expect(await statusOf(stuck.sid)).toEqual([{ status: "deleted" }]);
});

test("pages follow each other", async () => {
  const sids: string[] = [];
  for (let n = 0; n < 3; n += 1) sids.unshift((await recorded("call")).sid);
  const first = (await ask(owner, "?limit=2")).json as { recordings: object[]; next: string };
  expect(first.recordings).toMatchObject([{ sid: sids[0] }, { sid: sids[1] }]);
  const query = new URLSearchParams({ limit: "2", before: first.next });
  expect((await ask(owner, `?${query}`)).json).toMatchObject({
    recordings: [{ sid: sids[2] }],
    next: null,
  });
  expect((await ask(owner, "?kind=voicemail")).json).toMatchObject({ recordings: [] });
  expect((await ask(owner, "?limit=500")).status).toBe(400);
});
