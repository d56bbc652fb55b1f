import { isSound, sampleRate } from "../media/pcm.ts";

/** One channel of a recording; seconds in which nothing was written take no memory. */
export class SoundTrack {
  readonly #seconds = new Map<number, Int16Array>();
  #first = Number.POSITIVE_INFINITY;
  #last = 0;

  /** Whether anything has been written, be it silence. */
  get isEmpty(): boolean {
    return this.#seconds.size === 0;
  }

  /** Samples from the first sound to the end of the last one; both 0 without any. */
  get extent(): { from: number; to: number } {
    return this.#last === 0 ? { from: 0, to: 0 } : { from: this.#first, to: this.#last };
  }

  /** @param at sample with which the sound starts */
  write(at: number, pcm: Int16Array): void {
    for (let done = 0; done < pcm.length; ) {
      const second = Math.floor((at + done) / sampleRate);
      const offset = (at + done) % sampleRate;
      const part = pcm.subarray(done, done + sampleRate - offset);
      this.#second(second).set(part, offset);
      done += part.length;
    }
    if (!isSound(pcm)) return;
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at + pcm.length);
  }

  /** The samples from one to another, silence where nothing was written. */
  read(from: number, to: number): Int16Array {
    const pcm = new Int16Array(Math.max(0, to - from));
    for (let at = from; at < to; ) {
      const second = Math.floor(at / sampleRate);
      const end = Math.min(to, (second + 1) * sampleRate);
      const start = second * sampleRate;
      const known = this.#seconds.get(second)?.subarray(at - start, end - start);
      if (known) pcm.set(known, at - from);
      at = end;
    }
    return pcm;
  }

  #second(index: number): Int16Array {
    const known = this.#seconds.get(index);
    if (known) return known;
    const made = new Int16Array(sampleRate);
    this.#seconds.set(index, made);
    return made;
  }
}
