import { createDecoder, isOpusError, type OpusDecoderHandle } from "libopus-wasm";
import { sampleRate } from "./pcm.ts";

type Taker = (pcm: Int16Array) => void;

/** Turns the packets of one Opus stream into samples, in their order. */
export class OpusReader {
  /** Resolves once whatever came before the decoder had started has been read. */
  readonly started: Promise<void>;
  readonly #waiting: { payload: Uint8Array; take: Taker }[] = [];
  #decoder: OpusDecoderHandle | null = null;
  #isClosed = false;

  constructor() {
    this.started = this.#start();
  }

  /** @param take given the packet's sound: one channel, `sampleRate`, 16 bit */
  read(payload: Uint8Array, take: Taker): void {
    if (this.#isClosed) return;
    if (this.#decoder) this.#decode(this.#decoder, payload, take);
    else this.#waiting.push({ payload, take });
  }

  /** Frees the decoder once it has read what waits for it. */
  close(): void {
    this.#isClosed = true;
    this.#decoder?.free();
    this.#decoder = null;
  }

  async #start(): Promise<void> {
    const decoder = await createDecoder({ channels: 1, sampleRate });
    for (const { payload, take } of this.#waiting.splice(0)) this.#decode(decoder, payload, take);
    if (this.#isClosed) decoder.free();
    else this.#decoder = decoder;
  }

  #decode(decoder: OpusDecoderHandle, payload: Uint8Array, take: Taker): void {
    // Browsers send an empty packet now and then; a damaged one is lost, as on any line.
    if (payload.length === 0) return;
    try {
      take(decoder.decode(payload));
    } catch (error) {
      if (!isOpusError(error)) throw error;
    }
  }
}
