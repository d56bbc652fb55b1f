import type { AudioPacket } from "./audio-end.ts";

const samplesPerMs = 48;
const frameSamples = 20 * samplesPerMs;

/** Sequence number (16 bit) and timestamp (32 bit, 48 kHz) of an outgoing packet. */
export interface RtpPosition {
  sequence: number;
  timestamp: number;
}

/**
 * Joins packets of changing sources into one unbroken RTP stream: within a source the spacing
 * stays as it was (losses stay visible), between sources the clock runs on (RFC 3550, 6.1).
 */
export class RtpStream {
  #source: number | undefined;
  #offset: RtpPosition = { sequence: 0, timestamp: 0 };
  #last: RtpPosition = { sequence: 0, timestamp: 0 };
  #lastAt = 0;

  /** @param now milliseconds on any steady clock */
  place(packet: AudioPacket, now: number): RtpPosition {
    if (packet.source !== this.#source) {
      const gap = Math.max(frameSamples, Math.round((now - this.#lastAt) * samplesPerMs));
      const isFirst = this.#source === undefined;
      this.#offset = {
        sequence: this.#last.sequence + 1 - packet.sequence,
        timestamp: this.#last.timestamp + (isFirst ? 0 : gap) - packet.timestamp,
      };
      this.#source = packet.source;
    }
    this.#last = {
      sequence: (packet.sequence + this.#offset.sequence) & 0xffff,
      timestamp: (packet.timestamp + this.#offset.timestamp) >>> 0,
    };
    this.#lastAt = now;
    return this.#last;
  }
}
