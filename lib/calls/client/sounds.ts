import type { CallState } from "@/lib/calls/client/call-state";
import { createLoop } from "@/lib/calls/client/loop";

/** What is heard before two people talk: the ringtone here, the ringing tone of the other side. */
export interface Sounds {
  /** Rings while the call is incoming, and falls silent when the other side answers. */
  follow(call: CallState): void;
  /** The other side rings and its network sends no tone of its own. */
  playRingback(): void;
  /** To be called in a gesture. */
  unlock(): void;
  stop(): void;
}

/** @param onBlocked hears whether the browser holds the ringtone back */
export function createSounds(onBlocked: (blocked: boolean) => void): Sounds {
  const ringtone = createLoop("/sounds/incoming.wav", onBlocked);
  const ringback = createLoop("/sounds/ringback.wav", () => undefined);
  return {
    follow(call) {
      if (call.phase === "incoming") ringtone.start();
      else ringtone.stop();
      if (call.phase !== "ringing") ringback.stop();
    },
    playRingback: ringback.start,
    unlock: ringtone.unlock,
    stop() {
      ringtone.stop();
      ringback.stop();
    },
  };
}
