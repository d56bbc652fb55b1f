import type { Clock } from "../calls/clock.ts";
import type { AudioEnd } from "./audio-end.ts";
import type { MediaPacket } from "./packet.ts";

/** Long enough to be heard as an echo and not as one's own voice in the room. */
const delayMs = 1000;

/** A far end that sends back what it hears, one second later. */
export class EchoEnd implements AudioEnd {
  readonly #clock: Clock;
  readonly #listeners = new Set<(packet: MediaPacket) => void>();
  readonly #waiting: { packet: MediaPacket; due: number }[] = [];
  #stopTimer: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  play(packet: MediaPacket): void {
    this.#waiting.push({ packet, due: this.#clock.now() + delayMs });
    this.#stopTimer ??= this.#clock.after(delayMs, () => this.#release());
  }

  close(): void {
    this.#stopTimer?.();
    this.#waiting.length = 0;
    this.#listeners.clear();
  }

  #release(): void {
    this.#stopTimer = undefined;
    const now = this.#clock.now();
    for (let next = this.#waiting[0]; next && next.due <= now; next = this.#waiting[0]) {
      this.#waiting.shift();
      for (const listener of this.#listeners) listener(next.packet);
    }
    const following = this.#waiting[0];
    if (following) {
      this.#stopTimer = this.#clock.after(following.due - now, () => this.#release());
    }
  }
}
