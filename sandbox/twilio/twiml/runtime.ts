import type { Callbacks } from "../callbacks.ts";
import type { Call } from "../calls/call.ts";
import type { Clock } from "../calls/clock.ts";
import type { RingFailure } from "../calls/leg.ts";
import type { CallStatus } from "../context.ts";
import type { DialTarget, DialVerb } from "./verbs.ts";

/** A leg that Dial has placed. */
export interface DialledLeg {
  call: Call;
  /** True once answered, false once it has ended without an answer. */
  answered: Promise<boolean>;
  /** Aborted when the leg is sent to TwiML of its own while it talks. */
  left: AbortSignal;
}

/** What executing TwiML needs from the call engine. */
export interface TwimlRun {
  call: Call;
  callbacks: Pick<Callbacks, "deliver">;
  clock: Clock;
  /** Aborted when the call ends or is redirected. */
  signal: AbortSignal;
  /** Status of the last Dial; what an unanswered caller's call ends with. */
  lastDial: CallStatus | null;
  /** Parameters of a request for TwiML, with the call's present status. */
  parameters(): Record<string, string>;
  /** Picks up, when the call is not answered yet. */
  answer(): void;
  reject(reason: "rejected" | "busy"): void;
  dial(target: DialTarget, verb: DialVerb): DialledLeg;
  /** Ends a leg: `completed` when answered, otherwise the given status. */
  hangUp(call: Call, unanswered: RingFailure | "canceled"): void;
}
