import type { MediaPacket } from "../media/packet.ts";
import { sampleRate } from "../media/pcm.ts";

const opusTicksPerSample = 48_000 / sampleRate;
/** A stream this far from the clock has paused or jumped. */
const toleranceSamples = sampleRate / 5;

/**
 * Where the packets of a leg belong in its recording. Within a stream the packets' own clock
 * counts, so that jitter is not heard; a new stream, or one that stood still, starts by the clock.
 */
export class Placement {
  #source: number | null = null;
  #timestamp = 0;
  #at = 0;

  /** @param elapsedMs since the recording began; the result is a sample's index */
  place({ source, timestamp }: MediaPacket, elapsedMs: number): number {
    const byClock = Math.max(0, Math.round((elapsedMs * sampleRate) / 1000));
    // The difference of two 32 bit clocks, negative for a packet that comes late.
    const ticks = (timestamp - this.#timestamp) | 0;
    const byStream = this.#at + Math.round(ticks / opusTicksPerSample);
    const isSteady = source === this.#source && Math.abs(byStream - byClock) < toleranceSamples;
    this.#source = source;
    this.#timestamp = timestamp;
    this.#at = isSteady ? Math.max(0, byStream) : byClock;
    return this.#at;
  }
}
