import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  answersByThemselves,
  callFrom,
  newCallSid,
  readCall,
  readLegs,
} from "../../../../../e2e/integration/voice";
import { Call } from "../../../../../sandbox/twilio/calls/call";
import { newSid } from "../../../../../sandbox/twilio/sids";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { calls, recordings, liveTranscriptions, faults } = sandbox.twilio.context;
const consent = await import("@/app/api/calls/[sid]/recording/route");
const callback = await import("@/app/api/twilio/voice/recording/route");
const transcription = await import("@/app/api/twilio/voice/transcription/route");
sandbox.serve({
  "/api/twilio/voice/incoming": () => import("@/app/api/twilio/voice/incoming/route"),
  "/api/twilio/voice/status": () => import("@/app/api/twilio/voice/status/route"),
  "/api/twilio/voice/dial-result": () => import("@/app/api/twilio/voice/dial-result/route"),
  "/api/twilio/voice/recording": () => import("@/app/api/twilio/voice/recording/route"),
  "/api/twilio/voice/transcription": () => import("@/app/api/twilio/voice/transcription/route"),
});

const caller = await sandbox.signIn("+14155550191");
const callee = await sandbox.signIn("+14155550192");
const stranger = await sandbox.signIn("+14155550193");
await sandbox.makeMatch(caller, callee);
answersByThemselves(sandbox, callee);

let sid = "";
beforeEach(async () => {
  faults.clear();
  if (calls.get(sid)?.status === "in-progress") await calls.update(sid, { status: "completed" });
  await supabase.query("delete from calls");
  sid = callFrom(sandbox, caller, callee);
  await expect.poll(() => readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
});

const say = (person: Person, agree: boolean, of = sid) =>
  callRoute(consent.POST, {
    path: `/api/calls/${of}/recording`,
    params: { sid: of },
    token: person.accessToken,
    body: { agree },
  });
async function bothAgree() {
  await say(caller, true);
  return say(callee, true);
}
const atTwilio = () => recordings.list({ callSid: sid });
const running = () => atTwilio().filter(({ isOver }) => !isOver);
/** The call as the sandbox holds it. */
function liveCall() {
  const call = calls.get(sid);
  if (!(call instanceof Call)) throw new Error("Twilio knows no such call");
  return call;
}
const rows = () =>
  supabase.query<{ provider_sid: string; status: string }>(
    "select provider_sid, status from recordings order by started_at",
  );
const stateOf = async () =>
  (
    await supabase.query<{ recording: string }>(
      "select recording from calls where provider_sid = $1",
      [sid],
    )
  )[0];
const hear = (form: Record<string, string>, query = "", headers = {}) =>
  callRoute(callback.POST, { path: `/api/twilio/voice/recording${query}`, form, headers });

describe("with everybody's consent", () => {
  test("both channels are recorded, until either takes it back", async () => {
    expect((await say(caller, true)).json).toEqual({
      ok: true,
      recording: "asked",
      askedBy: caller.id,
    });
    expect(atTwilio()).toEqual([]);

    const [, leg] = await readLegs(supabase, sid);
    expect((await say(callee, true, leg?.leg_sid ?? "")).json).toMatchObject({ recording: "on" });
    const [recording] = running();
    expect(recording).toMatchObject({ channels: 2, source: "StartCallRecordingAPI" });
    expect(await rows()).toEqual([{ provider_sid: recording?.sid, status: "in-progress" }]);
    const [transcript] = await supabase.query<{ provider_sid: string }>(
      "select provider_sid from transcripts",
    );
    const live = () => liveTranscriptions.get(transcript?.provider_sid ?? "");
    expect(live()).toMatchObject({ callSid: sid, status: "in-progress" });

    expect((await say(caller, false)).json).toMatchObject({ recording: "stopped", askedBy: null });
    expect(running()).toEqual([]);
    expect(live()).toMatchObject({ status: "stopped" });
    // Nobody has made a sound.
    await expect.poll(rows).toMatchObject([{ status: "absent" }]);
  });

  test("it can be asked for anew after it was stopped", async () => {
    await bothAgree();
    await say(callee, false);
    expect((await say(callee, true)).json).toMatchObject({
      recording: "asked",
      askedBy: callee.id,
    });
    expect(running()).toEqual([]);
    await say(caller, true);
    expect(running()).toHaveLength(1);
    expect(await rows()).toHaveLength(2);
  });

  test("agreeing many times at once starts one recording", async () => {
    await say(caller, true);
    const answers = await Promise.all([1, 2, 3].map(() => say(callee, true)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(running()).toHaveLength(1);
    expect((await rows()).filter(({ status }) => status !== "deleted")).toHaveLength(1);
  });

  test("taken back while it starts, nothing goes on", async () => {
    await say(caller, true);
    await Promise.all([say(callee, true), say(caller, false)]);
    if ((await stateOf())?.recording === "on") throw new Error("The refusal was lost");
    await expect.poll(running).toEqual([]);
  });

  test("given anew while it is still being stopped, it goes on", async () => {
    await bothAgree();
    faults.add({ target: "rest", kind: "delay", delayMs: 800, match: "Recordings/RE", times: 1 });
    const stopping = say(callee, false);
    await expect.poll(stateOf).toEqual({ recording: "stopped" });
    await bothAgree();
    await stopping;
    expect(await stateOf()).toEqual({ recording: "on" });
    expect(running()).toHaveLength(1);
  });

  test("the end of the call ends it, and all about it is known", async () => {
    await bothAgree();
    await calls.update(sid, { status: "completed" });
    await expect.poll(rows).toMatchObject([{ status: "absent" }]);
    expect((await say(caller, true)).json).toMatchObject({ error: { code: "call_over" } });
    expect((await say(caller, false)).status).toBe(200);
  });
});

describe("when Twilio fails", () => {
  test("to start, the question stays asked and nothing is recorded", async () => {
    await say(caller, true);
    faults.add({ target: "rest", kind: "status", status: 500, match: "Recordings" });
    const answer = await say(callee, true);
    expect(answer.status).toBe(502);
    expect(answer.json).toMatchObject({ error: { code: "provider_error" } });
    expect(await stateOf()).toEqual({ recording: "asked" });
    faults.clear();
    expect((await say(callee, true)).json).toMatchObject({ recording: "on" });
    expect(running()).toHaveLength(1);
  });

  test("to stop, that is said, and asked again it stops", async () => {
    await bothAgree();
    faults.add({ target: "rest", kind: "status", status: 500, match: "Recordings" });
    expect((await say(callee, false)).status).toBe(502);
    expect(await stateOf()).toEqual({ recording: "stopped" });
    faults.clear();
    expect((await say(callee, false)).status).toBe(200);
    expect(running()).toEqual([]);
  });

  test("to answer, the recording that it has begun is the one", async () => {
    await say(caller, true);
    const lost = recordings.start(liveCall(), { channels: 2, source: "StartCallRecordingAPI" });
    expect((await say(callee, true)).json).toMatchObject({ recording: "on" });
    expect(running()).toEqual([lost]);
    expect(await rows()).toMatchObject([{ provider_sid: lost.sid }]);
  });
});

test("only those in a call have a say, and only about calls that are theirs", async () => {
  for (const answer of [await say(stranger, true), await say(caller, true, newCallSid())]) {
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: "not_found" } });
  }
  expect((await say(caller, true, "RM-or-so")).status).toBe(400);
  expect(await stateOf()).toEqual({ recording: "none" });
});

describe("what Twilio says of recordings", () => {
  const told = (status: string, more: Record<string, string> = {}) => ({
    CallSid: sid,
    RecordingSid: `RE${"a".repeat(32)}`,
    RecordingStatus: status,
    RecordingChannels: "2",
    ...more,
  });

  test("shuffled and doubled, ends in the same row", async () => {
    await bothAgree();
    await supabase.query("delete from recordings");
    const done = told("completed", { RecordingDuration: "9" });
    for (const form of [done, told("in-progress"), done, told("in-progress")]) {
      expect((await hear(form)).status).toBe(204);
    }
    expect(
      await supabase.query("select status, channels, duration_seconds from recordings"),
    ).toEqual([{ status: "completed", channels: 2, duration_seconds: 9 }]);
  });

  test("forged, changes nothing", async () => {
    await bothAgree();
    const before = await rows();
    const answer = await hear(told("completed"), "", { "x-twilio-signature": "Zm9yZ2Vk" });
    expect(answer.status).toBe(403);
    // Signed for a call's recording, not for a voicemail.
    const signed = await hear(told("nonsense"));
    expect(signed.status).toBe(204);
    expect(await rows()).toEqual(before);
  });

  test("of one that nobody agreed to, deletes it at Twilio", async () => {
    const unknown = recordings.start(liveCall(), {
      channels: 1,
      source: "StartCallRecordingAPI",
      statusCallback: `${sandbox.publicUrl}/api/twilio/voice/recording`,
      statusCallbackEvents: ["in-progress"],
    });
    await expect.poll(() => recordings.get(unknown.sid)).toBeUndefined();
    expect(await rows()).toEqual([]);
  });
});

describe("what was said", () => {
  const say = (form: Record<string, string>, query: string) =>
    callRoute(transcription.POST, {
      path: `/api/twilio/voice/transcription${query}`,
      form: { CallSid: sid, ...form },
    });
  const gt = newSid("GT");
  const content = (number: number, track: string, transcript: string) => ({
    TranscriptionSid: gt,
    TranscriptionEvent: "transcription-content",
    TranscriptionData: JSON.stringify({ transcript, confidence: 0.9 }),
    Final: "true",
    Track: track,
    SequenceId: String(number),
    Timestamp: new Date().toISOString(),
  });
  const turns = async () => {
    const [row] = await supabase.query<{ turns: Record<string, unknown> }>(
      "select turns from transcripts where provider_sid = $1",
      [gt],
    );
    return row?.turns;
  };

  test("is kept turn by turn, with who said it, in any order", async () => {
    await bothAgree();
    const query = `?recording=${running()[0]?.sid}`;
    for (const form of [
      content(3, "outbound_track", "Fine."),
      content(2, "inbound_track", "How are you?"),
      content(3, "outbound_track", "Fine."),
      { ...content(4, "inbound_track", "Good to h"), Final: "false" },
      { ...content(5, "inbound_track", ""), TranscriptionData: "{" },
    ]) {
      expect((await say(form, query)).status).toBe(204);
    }
    expect(await turns()).toMatchObject({
      2: { text: "How are you?", profile_id: caller.id },
      3: { text: "Fine.", profile_id: callee.id },
    });
    expect(Object.keys((await turns()) ?? {})).toEqual(["2", "3"]);
  });

  test("is not kept of people who have not agreed", async () => {
    await say(content(2, "inbound_track", "secret"), `?recording=${newSid("RE")}`);
    expect(await turns()).toBeUndefined();
  });
});
