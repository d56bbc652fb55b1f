import type { AudioEnd } from "../media/audio-end.ts";
import type { Call } from "./call.ts";

/** What a far end is being waited for: keys of a Gather, words of a Record, or a conversation. */
export type Prompt = "keys" | "recording" | "talk";

/** The far end of one call: a browser, a virtual phone or the echo. */
export interface Leg {
  readonly audio: AudioEnd;
  /** Answering machine detection will take it for a machine. */
  readonly isMachine: boolean;
  /** Lets a caller who waits hear that the other side rings. */
  ringing(): void;
  /** Picks up for a caller who waits; nothing to do for a callee. */
  answer(): void;
  /** Ends it at the far end; harmless when the far end has gone already. */
  hangUp(): void;
  /** Calls back with each key pressed there, `0`-`9`, `*` or `#`; returns the unsubscriber. */
  onDigit(listener: (digit: string) => void): () => void;
  /**
   * Calls back with what is said there, as a transcript would have it: known of virtual phones
   * alone, whose words are text. Returns the unsubscriber.
   */
  onSpeech(listener: (text: string) => void): () => void;
  /** A sentence is spoken to it, for a far end that shows what it hears. */
  caption(text: string): void;
  /** A key was pressed at the other end of a conversation, whose tone it hears. */
  hearDigit(digit: string): void;
  /**
   * Now is the time to press keys or to speak: so far ends that follow a script need no timing.
   * For `keys` it comes once the Gather's own sentences are over; `talk` is a bridge to another
   * leg. A key or word given synchronously is taken.
   */
  prompt(prompt: Prompt): void;
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

/** A far end without a person: what a leg does when there is nothing for it to do. */
export function unattendedLeg(audio: AudioEnd): Leg {
  return {
    audio,
    isMachine: false,
    ringing: () => {},
    answer: () => {},
    hangUp: () => {},
    onDigit: () => () => {},
    onSpeech: () => () => {},
    caption: () => {},
    hearDigit: () => {},
    prompt: () => {},
  };
}
