import { onWake } from "@/lib/realtime/wake";
import { whenIdle } from "@/lib/when-idle";

/** How long a page may take to become idle before the code is fetched all the same. */
const idleTimeoutMs = 1000;

/** Code that runs beside the page and is fetched apart from it. */
export interface OnDemand<T> {
  /** Fetches and starts it now; null when it is not to be had, as without a network. */
  load(): Promise<T | null>;
  /** Null until it runs. */
  started(): T | null;
  /** Idempotent. */
  stop(): void;
}

/**
 * Starts code once the page has nothing better to do, or earlier when it is asked for. A fetch that
 * fails is tried again when the page wakes, and with every call of `load`.
 *
 * @param open - imports and starts the code
 */
export function startOnDemand<T extends { stop(): void }>(open: () => Promise<T>): OnDemand<T> {
  let loading: Promise<T | null> | null = null;
  let running: T | null = null;
  let stopped = false;

  async function begin(): Promise<T | null> {
    try {
      const started = await open();
      if (stopped) started.stop();
      else running = started;
      return running;
    } catch {
      // There may be a network later.
      loading = null;
      return null;
    }
  }
  const load = () => {
    loading ??= stopped ? Promise.resolve(null) : begin();
    return loading;
  };
  const cancel = whenIdle(load, idleTimeoutMs);
  const stopWaking = onWake(load);

  return {
    load,
    started: () => running,
    stop() {
      if (stopped) return;
      stopped = true;
      cancel();
      stopWaking();
      running?.stop();
      running = null;
    },
  };
}
