import type { Call } from "../calls/call.ts";
import { Ear } from "./ear.ts";

/** What a person can do at a phone that rings. */
export interface Ring {
  /** Null when only the page in which it rings can answer. */
  answer: (() => void) | null;
  decline(): void;
}

/** What a person can do at a virtual phone in a call. */
export interface Handset {
  /** @param keys `0`-`9`, `*` and `#` */
  press(keys: string): void;
  /** Says something for so many seconds, or as long as the words take. */
  say(text: string, seconds?: number): void;
}

export type PhoneCallState = "ringing" | "live" | "ended";

/** A sentence that a phone's owner heard, at a time in epoch milliseconds. */
export interface Caption {
  at: number;
  text: string;
}

/** One call at a telephone, in the life of the telephone. */
export class PhoneCall {
  readonly call: Call;
  /** This phone calls; otherwise it is called. */
  readonly isOutgoing: boolean;
  readonly inBrowser: boolean;
  readonly captions: Caption[] = [];
  /** A Record waits for the phone's owner to speak. */
  isRecorded = false;
  /** Keys pressed at the other end. */
  heardDigits = "";
  /** While somebody calls this phone. */
  ring: Ring | null = null;
  /** While a virtual phone is in the call. */
  handset: Handset | null = null;
  readonly #ear = new Ear();

  constructor(call: Call, how: { isOutgoing: boolean; inBrowser: boolean }) {
    this.call = call;
    this.isOutgoing = how.isOutgoing;
    this.inBrowser = how.inBrowser;
    const leave = () => {
      this.ring = null;
      this.handset = null;
      this.isRecorded = false;
      this.#ear.close();
    };
    call.ended.addEventListener("abort", leave, { once: true });
  }

  get state(): PhoneCallState {
    if (this.call.isFinal) return "ended";
    return this.call.isAnswered ? "live" : "ringing";
  }

  /** Seconds of sound, silence left out, that have reached the phone. */
  get heardSeconds(): number {
    return this.#ear.heardSeconds;
  }

  /** A sentence is spoken to the phone's owner. */
  hearSentence(caption: Caption): void {
    this.captions.push(caption);
    this.isRecorded = false;
  }

  /** Sound reaches the phone. */
  hear(opus: Buffer): void {
    this.#ear.hear(opus);
  }

  /** The number at the other end as this phone shows it. */
  get other(): string {
    return this.isOutgoing ? this.call.to : this.call.from;
  }
}
