import type { Clock } from "../calls/clock.ts";
import { Listeners } from "../listeners.ts";
import type { AudioEnd } from "../media/audio-end.ts";
import type { MediaPacket } from "../media/packet.ts";
import { tone } from "../media/pcm.ts";
import { playSound } from "../media/play-sound.ts";

/** Each phone has a pitch of its own, in hertz, so that recordings tell two of them apart. */
const pitchOf = (number: string) => 300 + Number(number.slice(-2)) * 10;

/** What a virtual telephone hears, and the tone that it speaks with. */
export class PhoneSound implements AudioEnd {
  readonly #clock: Clock;
  readonly #pitch: number;
  readonly #hear: (opus: Buffer) => void;
  readonly #spoken = new Listeners<MediaPacket>();
  #speaking = new AbortController();

  /** @param hear told of each packet that reaches the phone */
  constructor(clock: Clock, number: string, hear: (opus: Buffer) => void) {
    this.#clock = clock;
    this.#pitch = pitchOf(number);
    this.#hear = hear;
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    return this.#spoken.add(listener);
  }

  play({ payload }: MediaPacket): void {
    this.#hear(payload);
  }

  /** Sends the tone for so many seconds; what was being said before is cut off. */
  async speak(seconds: number): Promise<void> {
    this.#speaking.abort();
    this.#speaking = new AbortController();
    const { signal } = this.#speaking;
    const far = { play: (packet: MediaPacket) => this.#spoken.tell(packet) };
    try {
      await playSound(this.#clock, far, tone(this.#pitch, seconds), signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  close(): void {
    this.#speaking.abort();
    this.#spoken.clear();
  }
}
