import { type Clock, systemClock } from "../calls/clock.ts";
import type { EngineBase } from "../context.ts";
import { VoiceEdge } from "./edge.ts";

/** The SDK gives a socket up after 15 s of silence. */
const heartbeatMs = 10_000;

export interface StartedEdge {
  edge: VoiceEdge;
  /** Ends every call and socket. */
  close(): void;
}

/** Starts the call engine and the edge, which keeps its sockets alive from then on. */
export function startVoiceEdge(
  context: EngineBase,
  clock: Clock = { ...systemClock, now: context.now },
): StartedEdge {
  const edge = new VoiceEdge(context, clock);
  const heartbeat = setInterval(() => edge.beat(), heartbeatMs);
  return {
    edge,
    close() {
      clearInterval(heartbeat);
      edge.close();
    },
  };
}
