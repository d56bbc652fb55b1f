import { onGesture } from "@/lib/calls/client/gestures";
import { createLoop } from "@/lib/calls/client/loop";

/** The ringtone of rooms: of all tabs of a browser, one is heard. */
export interface Ringer {
  ring(on: boolean): void;
  /** Rings here, in whichever tab it was silent; to be called in a gesture. */
  hear(): void;
  stop(): void;
}

/**
 * @param name - of the Web Lock that the tab holds which rings
 * @param onBlocked - hears whether the browser holds the sound back in this tab
 */
export function createRinger(name: string, onBlocked: (blocked: boolean) => void): Ringer {
  let turn = new AbortController();
  const tone = createLoop("/sounds/incoming.wav", (blocked) => {
    onBlocked(blocked);
    // Another tab may be allowed to sound.
    if (blocked) turn.abort();
  });
  let rings = false;

  async function takeTurn() {
    turn = new AbortController();
    const { signal } = turn;
    try {
      await navigator.locks.request(name, { signal }, () => {
        if (signal.aborted) return;
        tone.start();
        return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      });
    } catch (error) {
      const isCalledOff = error instanceof DOMException && error.name === "AbortError";
      if (!isCalledOff) throw error;
    }
  }
  const stopUnlocking = onGesture(tone.unlock);

  return {
    ring(on) {
      if (on === rings) return;
      rings = on;
      if (on) return void takeTurn();
      turn.abort();
      tone.stop();
    },
    hear() {
      tone.start();
      tone.unlock();
    },
    stop() {
      turn.abort();
      tone.stop();
      stopUnlocking();
    },
  };
}
