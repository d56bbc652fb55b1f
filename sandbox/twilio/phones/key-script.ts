import type { Clock } from "../calls/clock.ts";

/** Between two keys, so that each finds whoever the last one has made listen. */
const betweenKeysMs = 40;

/**
 * Keys that are pressed as prompts come. A prompt takes keys until it has enough or the next `w`;
 * what it leaves is for the next prompt.
 */
export class KeyScript {
  readonly #clock: Clock;
  readonly #press: (key: string) => void;
  readonly #isHeard: () => boolean;
  #keys: string[];
  #stop: (() => void) | undefined;

  /** @param isHeard whether anybody still waits for a key */
  constructor(clock: Clock, digits: string, press: (key: string) => void, isHeard: () => boolean) {
    this.#clock = clock;
    this.#keys = [...digits.toLowerCase()];
    this.#press = press;
    this.#isHeard = isHeard;
  }

  /** A prompt has come. */
  next(): void {
    this.#stop?.();
    const key = this.#keys.shift();
    if (key === "w") this.next();
    else if (key !== undefined) {
      this.#press(key);
      this.#follow();
    }
  }

  stop(): void {
    this.#stop?.();
  }

  #follow(): void {
    if (this.#keys.length === 0 || this.#keys[0] === "w") return;
    this.#stop = this.#clock.after(betweenKeysMs, () => {
      if (this.#isHeard()) this.next();
    });
  }
}
