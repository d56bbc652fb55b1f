import type { MediaPacket } from "../media/packet.ts";
import { sampleRate } from "../media/pcm.ts";

const opusTicksPerSample = 48_000 / sampleRate;
/** A stream this far from the clock has not been late but has jumped. */
const longestDelaySamples = 5 * sampleRate;

/**
 * Where the packets of a leg belong in its recording. A stream starts by the clock, from then on
 * its own timestamps count: packets that come late, or at once, are not heard so.
 */
export class Placement {
  #source: number | null = null;
  #timestamp = 0;
  #at = 0;

  /** @param elapsedMs since the recording began; the result is a sample's index */
  place({ source, timestamp }: MediaPacket, elapsedMs: number): number {
    const byClock = Math.round((elapsedMs * sampleRate) / 1000);
    // The difference of two 32 bit clocks, negative for a packet that has been overtaken.
    const ticks = (timestamp - this.#timestamp) | 0;
    const byStream = Math.max(0, this.#at + Math.round(ticks / opusTicksPerSample));
    const isSame = source === this.#source && Math.abs(byStream - byClock) < longestDelaySamples;
    this.#source = source;
    this.#timestamp = timestamp;
    this.#at = isSame ? byStream : byClock;
    return this.#at;
  }

  /** The next packet is placed by the clock. */
  forget(): void {
    this.#source = null;
  }
}
