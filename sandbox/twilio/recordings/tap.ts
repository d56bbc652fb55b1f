import { Listeners } from "../listeners.ts";
import { OpusReader } from "../media/opus-reader.ts";
import type { MediaPacket } from "../media/packet.ts";
import { isSound } from "../media/pcm.ts";
import { Placement } from "./placement.ts";
import { SoundTrack } from "./sound-track.ts";

/** One direction of a call on its way into a recording. */
export class Tap {
  readonly track = new SoundTrack();
  readonly #reader = new OpusReader();
  readonly #placement = new Placement();
  readonly #sounds = new Listeners<void>();
  readonly #leave: () => void;

  /**
   * @param subscribe calls back with the direction's packets
   * @param elapsed milliseconds of recorded time; null for what is not to be recorded
   */
  constructor(
    subscribe: (listener: (packet: MediaPacket) => void) => () => void,
    elapsed: () => number | null,
  ) {
    this.#leave = subscribe((packet) => {
      const at = elapsed();
      if (at === null) this.#placement.forget();
      else this.#take(packet, at);
    });
  }

  /** Calls back with each packet in which something is heard. */
  onSound(listener: () => void): () => void {
    return this.#sounds.add(listener);
  }

  /** Takes no more; resolves once all that came in is in the track. */
  async close(): Promise<void> {
    this.#leave();
    await this.#reader.started;
    this.#reader.close();
  }

  #take(packet: MediaPacket, elapsedMs: number): void {
    const at = this.#placement.place(packet, elapsedMs);
    this.#reader.read(packet.payload, (pcm) => {
      this.track.write(at, pcm);
      if (isSound(pcm)) this.#sounds.tell();
    });
  }
}
