/** Twilio's network quality level up to which picture and sound suffer, of 5. */
const poorLevel = 2;
/** A dip shorter than this is over before it is read of. */
const patienceMs = 5000;

/** Tells a poor network from a moment's dip. */
export interface QualityWatch {
  /** @param level - 0 (broken) to 5 (excellent); null while it is not known */
  follow(level: number | null): void;
  stop(): void;
}

/** @param onPoor - hears when the network has been poor for a while, and when it is not any more */
export function watchQuality(onPoor: (isPoor: boolean) => void): QualityWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPoor = false;

  function tell(next: boolean) {
    if (next === isPoor) return;
    isPoor = next;
    onPoor(next);
  }
  function clear() {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    follow(level) {
      if (level !== null && level <= poorLevel) timer ??= setTimeout(tell, patienceMs, true);
      else {
        clear();
        tell(false);
      }
    },
    stop: clear,
  };
}
