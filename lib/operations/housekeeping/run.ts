import "server-only";
import { log } from "@/lib/log";
import type { Step } from "@/lib/operations/housekeeping/steps";

/**
 * Clears away what has been kept for long enough, step by step and piece by piece, until nothing is
 * left or time is up. A step that fails keeps no other from being done.
 *
 * @param withinMs - from when on nothing new is begun
 * @param now - milliseconds on any clock
 * @returns how much went, how many steps failed, and whether something is left
 */
export async function keepHouse(
  steps: Step[],
  withinMs: number,
  now = () => performance.now(),
): Promise<{ cleared: Record<string, number>; failed: number; more: boolean }> {
  const deadline = now() + withinMs;
  const cleared: Record<string, number> = {};
  let failed = 0;
  for (const { name, atOnce, clear } of steps) {
    cleared[name] = 0;
    try {
      for (let last = atOnce; last >= atOnce; cleared[name] += last) {
        if (now() > deadline) return { cleared, failed, more: true };
        last = await clear(atOnce);
      }
    } catch (error) {
      failed += 1;
      log.error({ step: name, error }, "not cleared away");
    }
  }
  return { cleared, failed, more: false };
}
