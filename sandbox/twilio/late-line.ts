import type { Clock } from "./calls/clock.ts";

/** Carries messages one after the other, some of them late: a later one never overtakes. */
export class LateLine {
  readonly #clock: Pick<Clock, "now" | "after">;
  readonly #waiting: { at: number; deliver: () => void }[] = [];

  constructor(clock: Pick<Clock, "now" | "after">) {
    this.#clock = clock;
  }

  carry(delayMs: number, deliver: () => void): void {
    if (delayMs === 0 && this.#waiting.length === 0) deliver();
    else {
      this.#waiting.push({ at: this.#clock.now() + delayMs, deliver });
      if (this.#waiting.length === 1) this.#wait();
    }
  }

  #wait(): void {
    const [next] = this.#waiting;
    if (!next) return;
    this.#clock.after(Math.max(0, next.at - this.#clock.now()), () => {
      this.#waiting.shift();
      next.deliver();
      this.#wait();
    });
  }
}
