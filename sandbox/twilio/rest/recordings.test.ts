import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readWav } from "../recordings/wav.ts";
import { startTwilio } from "../server.ts";
import { clientOf } from "../testing/client.ts";
import { startWebhookApp } from "../testing/webhook-app.ts";

const sandbox = await startTwilio({ port: 0 });
afterAll(() => sandbox.close());
const { config, context, url } = sandbox;
const client = clientOf(sandbox);
const phone = "+14155550101";
const missing = { status: 404, code: 20404 };
const notLive = { status: 400, code: 21220 };
const noCall = client.calls(`CA${"0".repeat(32)}`);

let callSid = "";
/** Places a call that lasts, and waits until it is answered. */
async function call() {
  context.phones.setBehaviour(phone, { answer: "answer", afterSeconds: 0 });
  const placed = await client.calls.create({
    to: phone,
    from: config.phoneNumber,
    twiml: '<Response><Pause length="60"/></Response>',
  });
  await vi.waitUntil(() => context.calls.get(placed.sid)?.status === "in-progress");
  return placed.sid;
}

const isLoud = (channel: Int16Array | undefined) => channel?.some((sample) => sample > 1000);

/** Records what the phone's owner says, and waits until the recording can be had. */
async function record(recordingChannels: "mono" | "dual") {
  const { sid } = await client.calls(callSid).recordings.create({ recordingChannels });
  const recording = context.recordings.get(sid);
  context.phones.currentCall(phone)?.handset?.say("Hello", 0.3);
  await vi.waitUntil(() => recording && isLoud(readWav(recording.wav())[0]));
  await client.calls(callSid).recordings(sid).update({ status: "stopped" });
  await vi.waitUntil(() => recording?.status === "completed", { timeout: 3000 });
  return sid;
}

/** Asks for the sound as a player does. */
function media(name: string, headers: Record<string, string> = {}) {
  const credentials = Buffer.from(`${config.accountSid}:${config.authToken}`).toString("base64");
  const path = `/2010-04-01/Accounts/${config.accountSid}/Recordings/${name}`;
  return fetch(url + path, { headers: { authorization: `Basic ${credentials}`, ...headers } });
}

beforeAll(async () => {
  callSid = await call();
});

test("a live call is recorded, paused, resumed and stopped", async () => {
  const started = await client.calls(callSid).recordings.create({ recordingChannels: "dual" });
  expect(started).toMatchObject({
    sid: expect.stringMatching(/^RE[0-9a-f]{32}$/),
    callSid,
    status: "in-progress",
    channels: 2,
    source: "StartCallRecordingAPI",
    duration: null,
  });
  const current = client.calls(callSid).recordings("Twilio.CURRENT");
  expect(await current.update({ status: "paused", pauseBehavior: "skip" })).toMatchObject({
    sid: started.sid,
    status: "paused",
  });
  expect(await current.update({ status: "in-progress" })).toMatchObject({ status: "in-progress" });
  const perhaps = current.update({ status: "absent" });
  await expect(perhaps).rejects.toMatchObject({ status: 400, code: 20001 });
  expect((await current.update({ status: "stopped" })).sid).toBe(started.sid);
  await expect(current.update({ status: "stopped" })).rejects.toMatchObject(missing);
  const over = client.calls(callSid).recordings(started.sid).update({ status: "paused" });
  await expect(over).rejects.toMatchObject(notLive);
});

test("a completed recording is found, fetched by its call, too, and deleted", async () => {
  const sid = await record("mono");
  const recording = await client.recordings(sid).fetch();
  expect(recording).toMatchObject({ sid, callSid, status: "completed", channels: 1 });
  expect(recording.duration).toMatch(/^\d+$/);
  expect(recording.mediaUrl).toMatch(new RegExp(`^https://api.twilio.com/.*/${sid}$`));
  const below = client.calls(callSid).recordings(sid);
  expect(await below.fetch()).toMatchObject({ sid, track: "both" });

  const sids = async (filter: Parameters<typeof client.recordings.list>[0]) =>
    (await client.recordings.list(filter)).map((each) => each.sid);
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect(await sids({ callSid, dateCreatedBefore: tomorrow })).toContain(sid);
  expect(await sids({ dateCreatedAfter: tomorrow })).toEqual([]);
  expect(await sids({ callSid: `CA${"0".repeat(32)}` })).toEqual([]);
  expect((await client.calls(callSid).recordings.list())[0]?.sid).toBe(sid);

  expect(await client.recordings(sid).remove()).toBe(true);
  for (const gone of [client.recordings(sid).remove(), below.fetch(), below.remove()]) {
    await expect(gone).rejects.toMatchObject(missing);
  }
  expect((await media(`${sid}.wav`)).status).toBe(404);
});

test("the sound can be had whole, in one channel or two, or in part", async () => {
  const sid = await record("dual");
  const file = await media(`${sid}.wav`);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "audio/x-wav"]);
  const wav = Buffer.from(await file.arrayBuffer());
  const [inbound, outbound] = readWav(wav);
  expect(isLoud(inbound)).toBe(true);
  expect(outbound?.every((sample) => sample === 0)).toBe(true);

  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());
  expect(await bytes(await media(sid))).toEqual(wav);
  expect(await bytes(await media(`${sid}.wav?RequestedChannels=2`))).toEqual(wav);
  expect(readWav(await bytes(await media(`${sid}.wav?RequestedChannels=1`)))).toEqual([inbound]);

  const part = await media(`${sid}.wav`, { range: "bytes=44-143" });
  expect([part.status, part.headers.get("content-range")]).toEqual([
    206,
    `bytes 44-143/${wav.length}`,
  ]);
  expect(await bytes(part)).toEqual(wav.subarray(44, 144));
  const behind = await media(`${sid}.wav`, { range: `bytes=${wav.length}-` });
  expect([behind.status, behind.headers.get("content-range")]).toEqual([
    416,
    `bytes */${wav.length}`,
  ]);
  expect((await media(`${sid}.mp3`)).status).toBe(406);
});

test("two channels of a mono recording are refused", async () => {
  const sid = await record("mono");
  const response = await media(`${sid}.wav?RequestedChannels=2`);
  expect([response.status, await response.json()]).toMatchObject([400, { code: 16113 }]);
});

test("a live call is transcribed until that is stopped, by SID or name", async () => {
  const app = await startWebhookApp();
  const { transcriptions } = client.calls(callSid);
  const statusCallbackUrl = `${app.origin}/words`;
  const started = await transcriptions.create({ statusCallbackUrl, name: "words" });
  expect(started).toMatchObject({ callSid, name: "words", status: "in-progress" });
  expect(started.sid).toMatch(/^GT[0-9a-f]{32}$/);
  context.phones.currentCall(phone)?.handset?.say("Good morning", 0.1);
  await app.arrived(2);
  const stopped = await client.calls(callSid).transcriptions("words").update({ status: "stopped" });
  expect(stopped).toMatchObject({ sid: started.sid, status: "stopped" });
  await app.arrived(3);
  expect(app.received.map(({ signed, params }) => [signed, params.TranscriptionEvent])).toEqual([
    [true, "transcription-started"],
    [true, "transcription-content"],
    [true, "transcription-stopped"],
  ]);
  expect(app.received[1]?.params.TranscriptionData).toContain("Good morning");
  const nothing = client.calls(callSid).transcriptions(`GT${"0".repeat(32)}`);
  await expect(nothing.update({ status: "stopped" })).rejects.toMatchObject(missing);
});

test("the transcription of a recording is found, below it, too, and deleted", async () => {
  const sid = await record("mono");
  const [live, recording] = [context.calls.get(callSid), context.recordings.get(sid)];
  if (!live || !recording) throw new Error("The call and its recording should be there");
  context.transcriptions.create(live, recording, "Hello", null);
  const [made] = await client.transcriptions.list();
  expect(made).toMatchObject({ recordingSid: sid, status: "in-progress", transcriptionText: "" });
  expect(made?.sid).toMatch(/^TR[0-9a-f]{32}$/);
  const below = client.recordings(sid).transcriptions;
  expect((await below.list()).map((each) => each.sid)).toEqual([made?.sid]);
  const sidMade = made?.sid ?? "";
  expect((await client.transcriptions(sidMade).fetch()).sid).toBe(sidMade);
  const other = context.recordings.list().find((each) => each.sid !== sid);
  const astray = client.recordings(other?.sid ?? "").transcriptions(sidMade);
  await expect(astray.fetch()).rejects.toMatchObject(missing);
  expect(await below(sidMade).remove()).toBe(true);
  await expect(client.transcriptions(sidMade).fetch()).rejects.toMatchObject(missing);
  const elsewhere = client.recordings(`RE${"0".repeat(32)}`).transcriptions.list();
  await expect(elsewhere).rejects.toMatchObject(missing);
});

test("what is not live is neither recorded nor transcribed", async () => {
  await expect(noCall.recordings.create()).rejects.toMatchObject(missing);
  await expect(noCall.recordings.list()).rejects.toMatchObject(missing);
  await expect(noCall.transcriptions.create()).rejects.toMatchObject(missing);
  await client.calls(callSid).update({ status: "completed" });
  context.phones.setBehaviour(phone, { answer: "no-answer" });
  const from = config.phoneNumber;
  const ringing = await client.calls.create({ to: phone, from, twiml: "<Response/>" });
  await vi.waitUntil(() => context.calls.get(ringing.sid)?.status === "ringing");
  await expect(client.calls(ringing.sid).recordings.create()).rejects.toMatchObject(notLive);
  await expect(client.calls(ringing.sid).transcriptions.create()).rejects.toMatchObject(notLive);
  await expect(client.calls(callSid).recordings.create()).rejects.toMatchObject(notLive);
  await expect(client.calls(callSid).transcriptions.create()).rejects.toMatchObject(notLive);
});
