import { expect } from "vitest";
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
export function liveCall(options: Partial<StartRecording> = {}) {
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
