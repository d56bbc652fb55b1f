/** Keeps the screen from going dark. */
export interface ScreenLight {
  keepOn(on: boolean): void;
}

/** Browsers take the lock away when the page is hidden, so it is asked for again. */
export function createScreenLight(): ScreenLight {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;

  async function ask() {
    if (!("wakeLock" in navigator) || document.hidden) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (wanted) lock = given;
      else await given.release();
    } catch {
      // Refused to save the battery: the person's own setting goes first.
    }
  }
  const onVisible = () => void ask();

  return {
    keepOn(on) {
      if (on === wanted) return;
      wanted = on;
      if (on) {
        document.addEventListener("visibilitychange", onVisible);
        void ask();
      } else {
        document.removeEventListener("visibilitychange", onVisible);
        void lock?.release();
        lock = null;
      }
    },
  };
}
