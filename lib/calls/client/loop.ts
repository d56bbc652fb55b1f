/** A sound that repeats until it is stopped. */
export interface Loop {
  start(): void;
  stop(): void;
  /** To be called in a gesture: browsers then let the element play later on. */
  unlock(): void;
}

/**
 * @param url of the sound
 * @param onBlocked hears whether the browser holds the sound back for want of a gesture
 */
export function createLoop(url: string, onBlocked: (blocked: boolean) => void): Loop {
  const audio = new Audio(url);
  audio.loop = true;
  let wanted = false;
  let unlocked = false;

  async function play() {
    audio.muted = !wanted;
    try {
      await audio.play();
      if (wanted) onBlocked(false);
      else audio.pause();
    } catch (error) {
      // AbortError: stopped while it was loading, which is what was asked for.
      const blocked = error instanceof DOMException && error.name === "NotAllowedError";
      if (wanted && blocked) onBlocked(true);
    }
  }

  return {
    start() {
      if (wanted) return;
      wanted = true;
      audio.currentTime = 0;
      void play();
    },
    stop() {
      wanted = false;
      audio.pause();
      onBlocked(false);
    },
    unlock() {
      if (wanted ? !audio.paused : unlocked) return;
      unlocked = true;
      void play();
    },
  };
}
