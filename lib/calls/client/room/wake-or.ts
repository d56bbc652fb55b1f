import { onWake } from "@/lib/realtime/wake";

/** Resolves when the page wakes or the network returns, at the latest after so many milliseconds. */
export function wakeOr(ms: number): Promise<void> {
  const { promise: woken, resolve } = Promise.withResolvers<void>();
  const stopWaking = onWake(resolve);
  const timer = setTimeout(resolve, ms);
  return woken.finally(() => {
    stopWaking();
    clearTimeout(timer);
  });
}
