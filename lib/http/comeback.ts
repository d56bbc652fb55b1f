const firstPauseMs = 3_000;
const longestPauseMs = 15_000;
const timeoutMs = 10_000;

/** Whether the app and what is behind it answer. */
async function serves(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return (await fetch("/api/health", { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}

interface ComebackHandlers {
  /** Something is down. */
  onDown: () => void;
  /** What was down is there again. */
  onBack: () => void;
}

/**
 * Finds out whether a failure is an outage, and waits for its end: looks again less and less often,
 * and at once when the network is back. While all is well nothing is called: what failed then would
 * fail again, without end.
 *
 * @returns stops it
 */
export function awaitComeback({ onDown, onBack }: ComebackHandlers): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauses = 0;
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    globalThis.removeEventListener("online", look);
  };
  async function look() {
    const isWell = await serves();
    if (over) return;
    clearTimeout(timer);
    if (!isWell) {
      pauses += 1;
      onDown();
      timer = setTimeout(look, Math.min(firstPauseMs * pauses, longestPauseMs));
    } else if (pauses > 0) {
      stop();
      onBack();
    }
  }
  globalThis.addEventListener("online", look);
  void look();
  return stop;
}
