import { randomInt } from "node:crypto";
import type { MediaPacket } from "./packet.ts";

const shortestGapMs = 20;

/**
 * As browsers do (RFC 3711, 3.3.1): when packets arrive late at the beginning they must not come
 * before 0, for werift and the browser would no longer agree how often the numbers have wrapped,
 * and nothing could be decrypted from then on.
 */
const firstSequence = { min: 1 << 10, max: 1 << 15 };

/** Sequence number (16 bit) and timestamp (32 bit) of an outgoing packet. */
export interface RtpPosition {
  sequence: number;
  timestamp: number;
}

/**
 * Joins packets of changing sources into one unbroken RTP stream: within a source the spacing
 * stays as it was (losses stay visible), between sources the clock runs on (RFC 3550, 6.1).
 */
export class RtpStream {
  readonly #ticksPerMs: number;
  #source: number | null | undefined;
  #offset: RtpPosition = { sequence: 0, timestamp: 0 };
  /** The newest so far. */
  #last: RtpPosition;
  #lastAt = 0;

  /** @param clockRate ticks of the RTP clock in a second */
  constructor(clockRate: number) {
    this.#ticksPerMs = clockRate / 1000;
    this.#last = { sequence: randomInt(firstSequence.min, firstSequence.max), timestamp: 0 };
  }

  /** Packets have been left out on purpose: the next one is to follow the last without a loss. */
  interrupt(): void {
    if (this.#source !== undefined) this.#source = null;
  }

  /** @param now milliseconds on any steady clock */
  place(packet: MediaPacket, now: number): RtpPosition {
    if (packet.source !== this.#source) {
      const elapsed = Math.max(shortestGapMs, now - this.#lastAt);
      const gap = Math.round(elapsed * this.#ticksPerMs);
      const isFirst = this.#source === undefined;
      this.#offset = {
        sequence: this.#last.sequence + 1 - packet.sequence,
        timestamp: this.#last.timestamp + (isFirst ? 0 : gap) - packet.timestamp,
      };
      this.#source = packet.source;
    }
    const position = {
      sequence: (packet.sequence + this.#offset.sequence) & 0xffff,
      timestamp: (packet.timestamp + this.#offset.timestamp) >>> 0,
    };
    const isLate = ((position.sequence - this.#last.sequence) & 0xffff) >= 0x8000;
    if (isLate) return position;
    this.#last = position;
    this.#lastAt = now;
    return position;
  }
}
