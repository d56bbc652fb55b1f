import type { Clock } from "../../calls/clock.ts";
import type { MediaPacket, MediaSource } from "../../media/packet.ts";
import { packetise } from "../../media/vp8.ts";

const clockRate = 90_000;

/** A moving picture to show over and over. */
export interface Film {
  frames: readonly Buffer[];
  framesPerSecond: number;
}

/**
 * Reads VP8 from an IVF file, whose first frame is the only one that needs no other.
 * @see https://wiki.multimedia.cx/index.php/Duck_IVF
 */
export function readIvf(file: Buffer): Film {
  const frames: Buffer[] = [];
  for (let at = file.readUInt16LE(6); at < file.length; ) {
    const start = at + 12;
    const end = start + file.readUInt32LE(at);
    frames.push(file.subarray(start, end));
    at = end;
  }
  return { frames, framesPerSecond: file.readUInt32LE(16) / file.readUInt32LE(20) };
}

/** Shows a film for as long as somebody watches, from its start whenever a key frame is wanted. */
export class Picture implements MediaSource {
  readonly #clock: Clock;
  readonly #frames: readonly Buffer[][];
  readonly #framesPerSecond: number;
  readonly #listeners = new Set<(packet: MediaPacket) => void>();
  readonly #source = Math.floor(Math.random() * 2 ** 32);
  #index = 0;
  #sequence = 0;
  #timestamp = 0;
  #stop: (() => void) | null = null;

  constructor({ frames, framesPerSecond }: Film, clock: Clock) {
    this.#clock = clock;
    this.#frames = frames.map(packetise);
    this.#framesPerSecond = framesPerSecond;
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#stop) this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  requestKeyFrame(): void {
    this.#index = 0;
  }

  takeEnergy(): number {
    return 0;
  }

  #wait(): void {
    this.#stop = this.#clock.after(1000 / this.#framesPerSecond, () => this.#show());
  }

  #show(): void {
    this.#wait();
    const payloads = this.#frames[this.#index] ?? [];
    this.#index = (this.#index + 1) % this.#frames.length;
    this.#timestamp = (this.#timestamp + clockRate / this.#framesPerSecond) >>> 0;
    for (const [part, payload] of payloads.entries()) {
      this.#sequence = (this.#sequence + 1) & 0xffff;
      const packet = {
        payload,
        timestamp: this.#timestamp,
        sequence: this.#sequence,
        marker: part === payloads.length - 1,
        source: this.#source,
      };
      for (const listener of this.#listeners) listener(packet);
    }
  }
}
