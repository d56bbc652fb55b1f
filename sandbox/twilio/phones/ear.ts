import { createDecoder, type OpusDecoderHandle } from "libopus-wasm";

const channels = 1;
const samplesPerMs = 48;
/** Quieter than this, of 32768, counts as silence. */
const audible = 100;

/** Tells how much sound has been heard, leaving silence out. */
export class Ear {
  #decoder: OpusDecoderHandle | null = null;
  #isClosed = false;
  #heardMs = 0;

  constructor() {
    void createDecoder({ channels }).then((decoder) => {
      if (this.#isClosed) decoder.free();
      else this.#decoder = decoder;
    });
  }

  /** With one decimal. */
  get heardSeconds(): number {
    return Math.round(this.#heardMs / 100) / 10;
  }

  hear(opus: Buffer): void {
    if (!this.#decoder) return;
    const samples = this.#decoder.decode(opus);
    if (samples.some((sample) => Math.abs(sample) > audible)) {
      this.#heardMs += samples.length / samplesPerMs;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#decoder?.free();
    this.#decoder = null;
  }
}
