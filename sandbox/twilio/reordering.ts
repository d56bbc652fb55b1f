/** Holds notifications back until a later one of the same call or room has overtaken them. */
export class Reordering {
  readonly #held = new Map<string, () => void>();

  holds(queue: string): boolean {
    return this.#held.has(queue);
  }

  /**
   * Resolves once `release` is called for the queue, or after `longestMs` when nothing follows.
   * Rejects when the signal aborts.
   */
  hold(queue: string, longestMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
        this.#held.delete(queue);
        settle();
      };
      const abort = () => done(() => reject(signal.reason));
      const timer = setTimeout(() => done(resolve), longestMs);
      signal.addEventListener("abort", abort, { once: true });
      this.#held.set(queue, () => done(resolve));
    });
  }

  release(queue: string): void {
    this.#held.get(queue)?.();
  }
}
