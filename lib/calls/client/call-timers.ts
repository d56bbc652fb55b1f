import { type CallEvent, type CallState, isLive } from "@/lib/calls/client/call-state";

/** How long each phase may last, in milliseconds, before something is done about it. */
const limits: Partial<Record<CallState["phase"], number>> = {
  connecting: 30_000,
  // The SDK gives up signaling after 30 s, and media after 30 s more.
  reconnecting: 65_000,
  ended: 4000,
};

export interface CallTimers {
  follow(call: CallState): void;
  stop(): void;
}

/**
 * Ends a call that gets no further, and clears away one that is over. A call that failed stays
 * until the person has read why.
 */
export function createCallTimers(dispatch: (event: CallEvent) => void): CallTimers {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let phase: CallState["phase"] = "idle";

  function expire(call: CallState) {
    if (isLive(call)) dispatch({ type: "failed", problem: "connection", at: Date.now() });
    else dispatch({ type: "dismissed" });
  }

  return {
    follow(call) {
      if (call.phase === "ended" && call.problem) clearTimeout(timer);
      if (call.phase === phase) return;
      phase = call.phase;
      clearTimeout(timer);
      const limit = limits[phase];
      const read = call.phase === "ended" && call.problem !== null;
      if (limit && !read) timer = setTimeout(() => expire(call), limit);
    },
    stop: () => clearTimeout(timer),
  };
}
