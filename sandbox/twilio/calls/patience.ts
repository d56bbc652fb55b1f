import type { Clock } from "./clock.ts";

/** Waits until nothing has happened for a while, or until it is told to wait no more. */
export class Patience {
  readonly #clock: Clock;
  readonly #milliseconds: number;
  readonly #over = Promise.withResolvers<void>();
  #stopTimer: (() => void) | undefined;
  #isOver = false;

  constructor(clock: Clock, milliseconds: number) {
    this.#clock = clock;
    this.#milliseconds = milliseconds;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Something has happened: the time starts anew. It does not run before the first call. */
  renew(): void {
    if (this.#isOver) return;
    this.#stopTimer?.();
    this.#stopTimer = this.#clock.after(this.#milliseconds, () => this.end());
  }

  end(): void {
    this.#isOver = true;
    this.#stopTimer?.();
    this.#over.resolve();
  }

  /** Resolves at the end; rejects with the signal's reason when that aborts first. */
  async wait(signal: AbortSignal): Promise<void> {
    const onAbort = () => this.#over.reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      await this.#over.promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
      this.end();
    }
  }
}
