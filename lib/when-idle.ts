/** Milliseconds after which a page counts as idle where the browser cannot tell, as in Safari. */
const guessMs = 500;

/**
 * Runs an action when the page has nothing more urgent to do, after `atMostMs` in any case.
 *
 * @returns calls it off
 */
export function whenIdle(action: () => void, atMostMs: number): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(action, Math.min(guessMs, atMostMs));
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(action, { timeout: atMostMs });
  return () => cancelIdleCallback(handle);
}
