import type { AudioEnd } from "../media/audio-end.ts";
import type { Call } from "./call.ts";

/** The far end of one call: a browser, a virtual phone or the echo. */
export interface Leg {
  readonly audio: AudioEnd;
  /** Lets a caller who waits hear that the other side rings. */
  ringing(): void;
  /** Picks up for a caller who waits; nothing to do for a callee. */
  answer(): void;
  /** Ends it at the far end; harmless when the far end has gone already. */
  hangUp(): void;
}

/** Why a ring ended without an answer. */
export type RingFailure = "busy" | "no-answer" | "failed";

/** What a far end being rung reports, in this order. */
export interface RingObserver {
  ringing(): void;
  answered(leg: Leg): void;
  failed(status: RingFailure): void;
}

/** Something that can be rung; `parameters` are what TwiML hands to the callee. */
export interface Endpoint {
  /** Starts to ring for the call; the result stops it, with no effect once answered. */
  ring(call: Call, parameters: Record<string, string>, observer: RingObserver): () => void;
}
