import type { CallResource, TwilioContext } from "../context.ts";
import { Call, type NewCall, type StatusCallback } from "./call.ts";
import type { Clock } from "./clock.ts";
import { progressEventOf, statusParameters } from "./parameters.ts";

export type BookContext = Pick<TwilioContext, "config" | "changed"> & {
  callbacks: Pick<TwilioContext["callbacks"], "deliver">;
};

type Entry = Pick<NewCall, "from" | "to" | "direction" | "status" | "parentCallSid">;

/** Every call there has been; tells their status callbacks and the console of each step. */
export class CallBook {
  readonly #context: BookContext;
  readonly #clock: Clock;
  readonly #calls = new Map<string, Call>();
  readonly #dialled = new Map<string, Call[]>();

  constructor(context: BookContext, clock: Clock) {
    this.#context = context;
    this.#clock = clock;
  }

  get(sid: string): Call | undefined {
    return this.#calls.get(sid);
  }

  /** Newest first: all, or those that one call has dialled. */
  list({ parentCallSid }: { parentCallSid?: string | undefined } = {}): CallResource[] {
    const calls =
      parentCallSid === undefined ? this.#calls.values() : (this.#dialled.get(parentCallSid) ?? []);
    return [...calls].reverse().map((call) => call.toJSON());
  }

  add(entry: Entry, statusCallback?: StatusCallback): Call {
    const call = new Call({
      ...entry,
      ...(statusCallback && { statusCallback }),
      now: () => this.#clock.now(),
      moved: (moved) => this.#moved(moved),
      changed: () => this.#context.changed("calls"),
    });
    this.#calls.set(call.sid, call);
    const { parentCallSid } = call;
    if (parentCallSid) {
      this.#dialled.set(parentCallSid, [...(this.#dialled.get(parentCallSid) ?? []), call]);
    }
    call.ended.addEventListener("abort", () => call.disconnect(), { once: true });
    this.#context.changed("calls");
    return call;
  }

  #moved(call: Call): void {
    const parent = this.#calls.get(call.parentCallSid ?? "");
    if (call.status === "ringing") parent?.leg?.ringing();
    this.#report(call);
  }

  #report(call: Call): void {
    const event = progressEventOf(call.status);
    const { statusCallback } = call;
    if (!event || !statusCallback?.events.has(event)) return;
    const { url, method } = statusCallback;
    const params = statusParameters(this.#context.config.accountSid, call);
    // Not awaited: Twilio does not hold a call up for its callbacks, nor one callback for another.
    void this.#context.callbacks.deliver({
      kind: "status",
      url,
      method,
      params,
      callSid: call.sid,
    });
  }
}
