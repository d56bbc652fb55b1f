import { OpusReader } from "../media/opus-reader.ts";
import { isSound, sampleRate } from "../media/pcm.ts";

/** Tells how much sound has been heard, leaving silence out. */
export class Ear {
  readonly #reader = new OpusReader();
  #heardSamples = 0;

  /** With one decimal. */
  get heardSeconds(): number {
    return Math.round((this.#heardSamples / sampleRate) * 10) / 10;
  }

  hear(opus: Buffer): void {
    this.#reader.read(opus, (pcm) => {
      if (isSound(pcm)) this.#heardSamples += pcm.length;
    });
  }

  close(): void {
    this.#reader.close();
  }
}
