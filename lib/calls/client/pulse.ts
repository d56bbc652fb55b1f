const beatMs = 20_000;
/** Beats of hidden tabs come once a minute; a longer pause means that the page was frozen. */
const frozenMs = 90_000;

/** Beats while the page is alive, and so knows afterwards that it was frozen. */
export interface Pulse {
  /** Whether the page was frozen since this was last asked, or since the last beat. */
  missed(): boolean;
  stop(): void;
}

/** @param onThaw is called with the first beat after a freeze */
export function createPulse(onThaw: () => void): Pulse {
  let beatAt = Date.now();
  const frozen = () => Date.now() - beatAt > frozenMs;
  const timer = setInterval(() => {
    if (frozen()) onThaw();
    beatAt = Date.now();
  }, beatMs);
  return {
    missed() {
      const missed = frozen();
      beatAt = Date.now();
      return missed;
    },
    stop: () => clearInterval(timer),
  };
}
