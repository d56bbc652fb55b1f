import { Listeners } from "../listeners.ts";
import type { AudioEnd } from "../media/audio-end.ts";
import { opusPackets } from "../media/opus-packets.ts";
import type { MediaPacket } from "../media/packet.ts";
import { tone } from "../media/pcm.ts";
import { type Leg, unattendedLeg } from "./leg.ts";

const second = await Array.fromAsync(opusPackets(tone(440, 1)));

/** A far end that keeps what it is told and does as the test wants. */
export function testLeg({ isMachine = false } = {}) {
  const told: string[] = [];
  const heard: string[] = [];
  const keys: string[] = [];
  const played: MediaPacket[] = [];
  const digits = new Listeners<string>();
  const speech = new Listeners<string>();
  const sound = new Listeners<MediaPacket>();
  let sequence = 0;
  const audio: AudioEnd = {
    onPacket: (listener) => sound.add(listener),
    play: (packet) => played.push(packet),
  };
  const leg: Leg = {
    ...unattendedLeg(audio),
    isMachine,
    ringing: () => told.push("ringing"),
    answer: () => told.push("answer"),
    hangUp: () => told.push("hang up"),
    onDigit: (listener) => digits.add(listener),
    onSpeech: (listener) => speech.add(listener),
    caption: (text) => heard.push(text),
    hearDigit: (digit) => keys.push(digit),
    prompt: (prompt) => told.push(prompt),
  };
  return {
    leg,
    told,
    heard,
    /** Keys whose tones it has heard. */
    keys,
    /** Packets of sound that have reached it. */
    played,
    press(keys: string) {
      for (const key of keys) digits.tell(key);
    },
    /** Words without a sound. */
    say: (text: string) => speech.tell(text),
    /** One packet of a tone, 20 ms. */
    sound() {
      const payload = second[sequence % second.length] ?? Buffer.alloc(0);
      const timestamp = sequence * 960;
      sound.tell({ payload, sequence, timestamp, marker: false, source: 1 });
      sequence++;
    },
  };
}

export type TestLeg = ReturnType<typeof testLeg>;
