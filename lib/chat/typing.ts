import type { Cell } from "@/lib/cell";
import { type ThreadState, withTyping } from "@/lib/chat/thread-state";
import { fieldsOf, textOf } from "@/lib/fields";

/** A typist says so at most this often, and is believed for this long. */
const sayEveryMs = 2_500;
const believeMs = 5_000;

export interface TypingSignals {
  /** The viewer has pressed a key. */
  say: () => void;
  /** Another member's signal has arrived. */
  hear: (payload: unknown) => void;
  stop: () => void;
}

interface TypingDeps {
  viewerId: string;
  cell: Cell<ThreadState>;
  say: (event: "typing", payload: { profile_id: string }) => void;
}

/** Keeps the thread's `typing` true to what is heard, and says so when the viewer types. */
export function createTypingSignals({ viewerId, cell, say }: TypingDeps): TypingSignals {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let saidAt = Number.NEGATIVE_INFINITY;

  const forget = (id: string) => {
    timers.delete(id);
    cell.update((state) => withTyping(state, id, false));
  };

  return {
    say() {
      const now = Date.now();
      if (now - saidAt < sayEveryMs) return;
      saidAt = now;
      say("typing", { profile_id: viewerId });
    },
    hear(payload) {
      const id = textOf(fieldsOf(payload).profile_id);
      if (!id || id === viewerId) return;
      clearTimeout(timers.get(id));
      timers.set(id, setTimeout(forget, believeMs, id));
      cell.update((state) => withTyping(state, id, true));
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const id of timers.keys()) cell.update((state) => withTyping(state, id, false));
      timers.clear();
    },
  };
}
