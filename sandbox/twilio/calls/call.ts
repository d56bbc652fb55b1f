import type { CallDirection, CallEvent, CallResource, CallStatus } from "../context.ts";
import { newSid } from "../sids.ts";
import type { Leg } from "./leg.ts";
import { Line } from "./line.ts";

/** Every legal step; whatever leads nowhere is final. */
const steps: Record<CallStatus, readonly CallStatus[]> = {
  queued: ["initiated", "failed", "canceled"],
  initiated: ["ringing", "in-progress", "busy", "failed", "no-answer", "canceled"],
  ringing: ["in-progress", "busy", "failed", "no-answer", "canceled"],
  "in-progress": ["completed"],
  completed: [],
  busy: [],
  failed: [],
  "no-answer": [],
  canceled: [],
};

/** One for all calls: an error made at the end would hold the leg, through its stack, for ever. */
const callEnded = new Error("The call has ended.");

/** The events a status callback can ask for. */
export type ProgressEvent = "initiated" | "ringing" | "answered" | "completed";

export interface StatusCallback {
  url: string;
  method: "GET" | "POST";
  events: ReadonlySet<ProgressEvent>;
}

export interface NewCall {
  from: string;
  to: string;
  direction: CallDirection;
  status: CallStatus;
  parentCallSid?: string;
  statusCallback?: StatusCallback;
  now(): number;
  /** Told after each step, before anything that waits for the end goes on. */
  moved(call: Call): void;
  /** Told after each line in the log. */
  changed(): void;
}

/** One leg of a conversation as Twilio's Call resource, with its state machine. */
export class Call implements CallResource {
  readonly sid = newSid("CA");
  readonly parentCallSid: string | null;
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly dateCreated: number;
  readonly statusCallback: StatusCallback | undefined;
  readonly events: CallEvent[] = [];
  readonly said: string[] = [];
  answeredBy: string | null = null;
  status: CallStatus;
  dateUpdated: number;
  startTime: number | null = null;
  endTime: number | null = null;
  duration: number | null = null;
  /** Number of status callbacks sent so far. */
  sequence = 0;
  #line: Line | null = null;
  #answeredAt: number | null = null;
  #end = new AbortController();
  #new: NewCall;

  constructor(input: NewCall) {
    this.#new = input;
    this.parentCallSid = input.parentCallSid ?? null;
    this.from = input.from;
    this.to = input.to;
    this.direction = input.direction;
    this.status = input.status;
    this.statusCallback = input.statusCallback;
    this.dateCreated = this.dateUpdated = input.now();
    this.events.push({ at: this.dateCreated, text: input.status });
  }

  /** Aborted when the call reaches its final status. */
  get ended(): AbortSignal {
    return this.#end.signal;
  }

  /** The far end and what passes to and fro, from the first ring or answer to the end. */
  get line(): Line | null {
    return this.#line;
  }

  get leg(): Leg | null {
    return this.#line?.leg ?? null;
  }

  connect(leg: Leg): void {
    this.#line = new Line(leg);
  }

  /** Ends the far end: the resource outlives the call, its media must not. */
  disconnect(): void {
    this.leg?.hangUp();
    this.#line = null;
  }

  get isFinal(): boolean {
    return steps[this.status].length === 0;
  }

  get isAnswered(): boolean {
    return this.#answeredAt !== null;
  }

  /** Takes one step; false, with nothing changed, when the step is not legal. */
  moveTo(status: CallStatus): boolean {
    if (!steps[this.status].includes(status)) return false;
    const now = this.#new.now();
    this.status = status;
    if (status === "in-progress") this.#answeredAt = this.startTime = now;
    if (this.isFinal) {
      this.startTime ??= now;
      this.endTime = now;
      this.duration = Math.round((now - (this.#answeredAt ?? now)) / 1000);
    }
    this.note(status);
    this.#new.moved(this);
    if (this.isFinal) this.#end.abort(callEnded);
    return true;
  }

  /** The resource alone, for those who show it. */
  toJSON(): CallResource {
    const { sid, parentCallSid, from, to, direction, status, answeredBy, events, said } = this;
    const { dateCreated, dateUpdated, startTime, endTime, duration } = this;
    const dates = { dateCreated, dateUpdated, startTime, endTime, duration };
    const parties = { sid, parentCallSid, from, to, direction };
    return { ...parties, status, answeredBy, ...dates, events, said };
  }

  /** Writes one line into the call's log. */
  note(text: string): void {
    this.dateUpdated = this.#new.now();
    this.events.push({ at: this.dateUpdated, text });
    this.#new.changed();
  }
}
