import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import type { CallbackRequest } from "../callbacks.ts";
import { unattendedLeg } from "../calls/leg.ts";
import { Line } from "../calls/line.ts";
import { Listeners } from "../listeners.ts";
import { opusPackets } from "../media/opus-packets.ts";
import type { MediaPacket } from "../media/packet.ts";
import { sampleRate, tone } from "../media/pcm.ts";
import { handTimers } from "../testing/hand-timers.ts";
import { Recordings, type StartRecording } from "./recordings.ts";

const sound = await Array.fromAsync(opusPackets(tone(440, 1)));

/** A call with somebody at both ends, on a hand-turned clock. */
function liveCall(options: Partial<StartRecording> = {}) {
  const { clock, advance, settle } = handTimers();
  const requests: CallbackRequest[] = [];
  const heard = new Listeners<MediaPacket>();
  const end = new AbortController();
  const audio = { onPacket: heard.add.bind(heard), play: () => {} };
  const line = new Line(unattendedLeg(audio));
  const recordings = new Recordings(
    {
      config: twilioDefaults,
      callbacks: {
        async deliver(request) {
          requests.push(request);
          return { ok: true, status: 200, body: "", contentType: null };
        },
      },
      changed: () => {},
      log: (text) => expect.fail(text),
    },
    clock,
  );
  const call = { sid: "CA1", line, ended: end.signal };
  const recording = recordings.start(call, {
    channels: 2,
    source: "DialVerb",
    statusCallback: "https://app.test/recording",
    statusCallbackEvents: ["in-progress", "completed", "absent"],
    ...options,
  });
  let sequence = 0;
  const burst = (packets: number) => {
    for (let packet = 0; packet < packets; packet++) {
      const payload = sound[sequence % 50] ?? Buffer.alloc(0);
      heard.tell({ payload, sequence, timestamp: sequence * 960, marker: false, source: 3 });
      sequence++;
    }
  };
  const talk = async (to: (packet: MediaPacket) => void, seconds: number, source: number) => {
    for (let packet = 0; packet < seconds * 50; packet++) {
      sequence++;
      const payload = sound[packet % 50] ?? Buffer.alloc(0);
      to({ payload, sequence, timestamp: packet * 960, marker: false, source });
      await advance(20);
    }
  };
  return {
    recordings,
    recording,
    requests,
    advance,
    call: { ...call, end: () => end.abort() },
    /** The far end makes a sound for so many seconds, from now on. */
    speak: (seconds: number) => talk((packet) => heard.tell(packet), seconds, 1),
    /** So many packets of a steady stream from the far end come at once. */
    burst,
    /** The far end is given a sound to hear. */
    hear: (seconds: number) => talk((packet) => line.play(packet), seconds, 2),
    async finish() {
      recordings.stop(recording.sid);
      await recording.stop();
      await settle();
      await advance(1000);
      return loudness(recordings.media(recording.sid));
    },
  };
}

/** Root mean square of each tenth of a second, to one digit of the tone's: by channel. */
function loudness(wav: Buffer | undefined): string[] {
  if (!wav) return [];
  const channels = wav.readUInt16LE(22);
  const frames = wav.readUInt32LE(40) / 2 / channels;
  const tenth = sampleRate / 10;
  return Array.from({ length: channels }, (_, channel) => {
    let bars = "";
    for (let from = 0; from < frames; from += tenth) {
      let sum = 0;
      for (let frame = from; frame < Math.min(frames, from + tenth); frame++) {
        sum += wav.readInt16LE(44 + (frame * channels + channel) * 2) ** 2;
      }
      bars += Math.sqrt(sum / tenth) > 1000 ? "#" : ".";
    }
    return bars;
  });
}

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

test("a call that is not live is not recorded", () => {
  const { recordings } = liveCall();
  const call = { sid: "CA2", line: null, ended: AbortSignal.abort() };
  expect(() => recordings.start(call, { channels: 1, source: "OutboundAPI" })).toThrow(
    expect.objectContaining({ code: 21220 }),
  );
});
