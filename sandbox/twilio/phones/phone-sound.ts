import { randomInt } from "node:crypto";
import type { Clock } from "../calls/clock.ts";
import { Listeners } from "../listeners.ts";
import type { AudioEnd } from "../media/audio-end.ts";
import type { MediaPacket } from "../media/packet.ts";
import { packetMs, pitchOf, tonePackets } from "./tone.ts";

const ticksPerMs = 48;

/** What a virtual telephone hears, and the tone that it speaks with. */
export class PhoneSound implements AudioEnd {
  readonly #clock: Clock;
  readonly #hear: (opus: Buffer) => void;
  readonly #tone: Promise<Buffer[]>;
  readonly #listeners = new Listeners<MediaPacket>();
  readonly #source = randomInt(2 ** 32);
  #sequence = 0;
  #stop = () => {};

  constructor(clock: Clock, number: string, hear: (opus: Buffer) => void) {
    this.#clock = clock;
    this.#hear = hear;
    this.#tone = tonePackets(pitchOf(number));
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    return this.#listeners.add(listener);
  }

  play({ payload }: MediaPacket): void {
    this.#hear(payload);
  }

  /** Sends the tone for so many seconds; what was being said before is cut off. */
  async speak(seconds: number): Promise<void> {
    this.#stop();
    const stopping = new AbortController();
    this.#stop = () => stopping.abort();
    const tone = await this.#tone;
    const began = this.#clock.now();
    const all = Math.round((seconds * 1000) / packetMs);
    let said = 0;
    const catchUp = () => {
      // Timers are late on a busy machine: whatever is due by now is sent.
      const due = Math.min(all, Math.floor((this.#clock.now() - began) / packetMs) + 1);
      for (; said < due && !stopping.signal.aborted; said++) {
        this.#send(tone[said % tone.length], said === 0, began + said * packetMs);
      }
      if (said < all && !stopping.signal.aborted) this.#clock.after(packetMs, catchUp);
    };
    catchUp();
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #send(payload: Buffer | undefined, marker: boolean, atMs: number): void {
    if (!payload) return;
    this.#listeners.tell({
      payload,
      marker,
      sequence: this.#sequence++ & 0xffff,
      timestamp: Math.round(atMs * ticksPerMs) % 2 ** 32,
      source: this.#source,
    });
  }
}
