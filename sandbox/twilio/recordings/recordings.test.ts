import { expect, test } from "vitest";
import { liveCall } from "./testing.ts";

test("two channels keep the voices apart, and each where it was in time", async () => {
  const { speak, hear, advance, recording, finish } = liveCall();
  await advance(500);
  await speak(1);
  await advance(500);
  await hear(1);
  expect(await finish()).toEqual([
    ".....##########...............",
    "....................##########",
  ]);
  expect(recording).toMatchObject({ status: "completed", duration: 3, channels: 2 });
});

test("one channel has both voices", async () => {
  const { speak, hear, finish } = liveCall({ channels: 1 });
  await speak(0.5);
  await hear(0.5);
  expect(await finish()).toEqual(["##########"]);
});

test("what is said during a pause is silence, or is left out", async () => {
  const loud = liveCall({ channels: 1 });
  await loud.speak(0.5);
  loud.recording.pause();
  await loud.speak(0.5);
  loud.recording.resume();
  await loud.speak(0.5);
  expect(await loud.finish()).toEqual(["#####.....#####"]);
  const skipping = liveCall({ channels: 1 });
  await skipping.speak(0.5);
  skipping.recording.pause("skip");
  await skipping.speak(0.5);
  skipping.recording.resume();
  await skipping.speak(0.5);
  expect(await skipping.finish()).toEqual(["##########"]);
});

test("packets that come all at once are heard one after the other", async () => {
  const { burst, finish, advance } = liveCall();
  burst(5);
  await advance(1000);
  burst(45);
  await advance(500);
  expect(await finish()).toEqual(["##########.....", "..............."]);
});

test("silence at both ends is trimmed when that is wanted", async () => {
  const { speak, advance, recording, finish } = liveCall({ channels: 1, trim: true });
  await advance(4000);
  await speak(2);
  await advance(5000);
  expect((await finish())[0]).toMatch(/^#{20,21}$/);
  expect(recording.duration).toBe(2);
});

test("the app is told of the start and the end with Twilio's parameters", async () => {
  const { speak, finish, requests, recording } = liveCall();
  await speak(2);
  await finish();
  expect(requests.map(({ params }) => params.RecordingStatus)).toEqual([
    "in-progress",
    "completed",
  ]);
  expect(requests[1]).toMatchObject({
    kind: "recording",
    url: "https://app.test/recording",
    params: {
      CallSid: "CA1",
      RecordingSid: recording.sid,
      RecordingDuration: "2",
      RecordingChannels: "2",
      RecordingSource: "DialVerb",
      RecordingStartTime: "Thu, 15 Jan 2026 12:00:00 +0000",
      RecordingUrl: expect.stringMatching(/\/2010-04-01\/Accounts\/AC\w+\/Recordings\/RE\w+$/),
      ErrorCode: "0",
    },
  });
});

test("a call without any sound leaves no recording", async () => {
  const { advance, call, requests, recording, recordings } = liveCall();
  await advance(3000);
  call.end();
  await recording.stop();
  await advance(1000);
  expect(requests.at(-1)?.params).toMatchObject({ RecordingStatus: "absent" });
  expect(recordings.media(recording.sid)).toBeUndefined();
});

test("only completed recordings are reported unless more is asked for", async () => {
  const { speak, finish, requests } = liveCall({ statusCallbackEvents: [] });
  await speak(1);
  await finish();
  expect(requests.map(({ params }) => params.RecordingStatus)).toEqual(["completed"]);
});

test("the end of the call ends its recording, and what is deleted is gone", async () => {
  const { speak, call, advance, recording, recordings } = liveCall();
  await speak(1);
  call.end();
  await recording.stop();
  await advance(1000);
  expect(recordings.list({ callSid: "CA1" })).toMatchObject([{ status: "completed" }]);
  expect(recordings.list({ callSid: "CA2" })).toEqual([]);
  expect(recordings.delete(recording.sid)).toBe(true);
  expect(recordings.delete(recording.sid)).toBe(false);
  expect(recordings.media(recording.sid)).toBeUndefined();
});

test("the oldest recordings make room for new ones, those that still run stay", async () => {
  const { recordings, recording: running, call } = liveCall();
  const options = { channels: 1, source: "OutboundAPI" } as const;
  const oldest = recordings.start(call, options);
  recordings.stop(oldest.sid);
  for (let more = 0; more < 199; more++) recordings.stop(recordings.start(call, options).sid);
  expect(recordings.list()).toHaveLength(200);
  expect(recordings.get(oldest.sid)).toBeUndefined();
  expect(recordings.get(running.sid)).toBe(running);
});

test("a call that is not live is not recorded", () => {
  const { recordings } = liveCall();
  const call = { sid: "CA2", line: null, ended: AbortSignal.abort() };
  expect(() => recordings.start(call, { channels: 1, source: "OutboundAPI" })).toThrow(
    expect.objectContaining({ code: 21220 }),
  );
});
