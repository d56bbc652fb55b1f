import type {
  ApplicationResource,
  CallResource,
  CallsPort,
  CreateCallInput,
  TwilioContext,
  UpdateCallInput,
} from "../context.ts";
import { TwilioError } from "../errors.ts";
import { runTwiml } from "../twiml/run.ts";
import type { DialledLeg, TwimlRun } from "../twiml/runtime.ts";
import type { TwimlSource } from "../twiml/source.ts";
import type { DialTarget, DialVerb } from "../twiml/verbs.ts";
import { Call, type NewCall, type StatusCallback } from "./call.ts";
import type { Clock } from "./clock.ts";
import type { Endpoint, Leg } from "./leg.ts";
import { callParameters, progressEventOf, statusParameters } from "./parameters.ts";
import { ring } from "./ring.ts";
import { applicationSource, requestedEvents, requestedSource } from "./sources.ts";

export type EngineContext = Pick<TwilioContext, "config" | "applications" | "changed" | "log"> & {
  callbacks: Pick<TwilioContext["callbacks"], "deliver">;
};

/** A call that comes in from a browser or a telephone. */
export interface IncomingCall {
  from: string;
  to: string;
  leg: Leg;
  application: ApplicationResource;
  /** The caller's own parameters, handed on to the application. */
  parameters: Record<string, string>;
}

type Parameters = Record<string, string>;

const DEFAULT_RING_SECONDS = 60;

/** Every call of the account: places them, runs their TwiML, reports their progress. */
export class CallEngine implements CallsPort {
  /** Finds who answers to `client:<identity>` or a number. */
  readonly #endpointOf: (address: string) => Endpoint;
  readonly #context: EngineContext;
  readonly #clock: Clock;
  readonly #calls = new Map<string, Call>();
  readonly #runs = new Map<string, AbortController>();
  readonly #departures = new Map<string, AbortController>();

  constructor(context: EngineContext, clock: Clock, endpointOf: (address: string) => Endpoint) {
    this.#context = context;
    this.#clock = clock;
    this.#endpointOf = endpointOf;
  }

  list(): CallResource[] {
    return [...this.#calls.values()].reverse().map((call) => call.toJSON());
  }

  get(sid: string): Call | undefined {
    return this.#calls.get(sid);
  }

  /** Takes a call in and runs its application's TwiML. */
  receive({ from, to, leg, application, parameters }: IncomingCall): Call {
    const { statusCallback: url, statusCallbackMethod: method } = application;
    const statusCallback = url ? { url, method, events: requestedEvents([]) } : undefined;
    const call = this.#add({ from, to, direction: "inbound", status: "ringing" }, statusCallback);
    call.leg = leg;
    const extra = { ...parameters, ApplicationSid: application.sid };
    this.#run(call, applicationSource(application), extra);
    return call;
  }

  /** Places a call and runs its TwiML once it is answered. */
  async create(input: CreateCallInput): Promise<CallResource> {
    const { from, to, statusCallback: url, statusCallbackMethod: method = "POST" } = input;
    const source = requestedSource(input, this.#context.applications);
    const events = requestedEvents(input.statusCallbackEvents ?? []);
    const call = this.#add(
      { from, to, direction: "outbound-api", status: "queued" },
      url ? { url, method, events } : undefined,
    );
    // The request is answered with a queued call; dialling starts after that.
    this.#clock.after(0, () => void this.#place(call, source, input.timeout));
    return call;
  }

  async update(sid: string, input: UpdateCallInput): Promise<CallResource | undefined> {
    const call = this.#calls.get(sid);
    if (!call) return undefined;
    const isLive = input.status === "completed" ? !call.isFinal : call.status === "in-progress";
    const isWaiting = !call.isFinal && !call.isAnswered;
    if (input.status === "canceled" ? !isWaiting : !isLive) {
      throw new TwilioError(400, 21220, "Call is not in-progress. Cannot redirect.");
    }
    if (input.status) this.hangUp(call);
    else this.#redirect(call, requestedSource(input, this.#context.applications));
    return call;
  }

  /** Ends a call from whichever side: `completed` when answered, otherwise the given status. */
  hangUp(call: Call, unanswered: "canceled" | "no-answer" | "busy" | "failed" = "canceled"): void {
    call.moveTo(call.isAnswered ? "completed" : unanswered);
  }

  #add(
    input: Pick<NewCall, "from" | "to" | "direction" | "status" | "parentCallSid">,
    statusCallback: StatusCallback | undefined,
  ): Call {
    const call = new Call({
      ...input,
      ...(statusCallback && { statusCallback }),
      now: () => this.#clock.now(),
      moved: (moved) => this.#moved(moved),
      changed: () => this.#context.changed("calls"),
    });
    this.#calls.set(call.sid, call);
    call.ended.addEventListener("abort", () => {
      call.leg?.hangUp();
      this.#runs.delete(call.sid);
      this.#departures.delete(call.sid);
    });
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

  async #place(call: Call, source: TwimlSource, timeout = DEFAULT_RING_SECONDS): Promise<void> {
    if (call.isFinal) return;
    if (await this.#ring(call, {}, timeout)) this.#run(call, source, {});
  }

  #ring(call: Call, parameters: Parameters, seconds: number): Promise<boolean> {
    return ring(this.#clock, this.#endpointOf(call.to), call, parameters, seconds);
  }

  #dial(parent: Call, target: DialTarget, verb: DialVerb): DialledLeg {
    const call = this.#add(
      {
        from: verb.callerId ?? parent.from,
        to: target.noun === "Client" ? `client:${target.to}` : target.to,
        direction: "outbound-dial",
        status: "queued",
        parentCallSid: parent.sid,
      },
      target.statusCallback
        ? {
            url: target.statusCallback,
            method: target.statusCallbackMethod,
            events: requestedEvents(target.statusCallbackEvents),
          }
        : undefined,
    );
    const departure = new AbortController();
    this.#departures.set(call.sid, departure);
    const answered = this.#ring(call, target.parameters, verb.timeout);
    return { call, answered, left: departure.signal };
  }

  #redirect(call: Call, source: TwimlSource): void {
    this.#departures.get(call.sid)?.abort(new Error("The call was redirected."));
    this.#run(call, source, {});
  }

  #run(call: Call, source: TwimlSource, extra: Parameters): void {
    this.#runs.get(call.sid)?.abort(new Error("The call was redirected."));
    const controller = new AbortController();
    this.#runs.set(call.sid, controller);
    const run: TwimlRun = {
      call,
      callbacks: this.#context.callbacks,
      clock: this.#clock,
      signal: AbortSignal.any([controller.signal, call.ended]),
      lastDial: null,
      parameters: () => ({ ...extra, ...callParameters(this.#context.config.accountSid, call) }),
      answer: () => {
        if (!call.isAnswered && call.moveTo("in-progress")) call.leg?.answer();
      },
      reject: (reason) => this.hangUp(call, reason === "busy" ? "busy" : "no-answer"),
      dial: (target, verb) => this.#dial(call, target, verb),
      hangUp: (leg, unanswered) => this.hangUp(leg, unanswered),
    };
    runTwiml(run, source)
      .catch((error: unknown) => {
        if (!run.signal.aborted) this.#context.log(`Call ${call.sid}: ${String(error)}`);
      })
      .finally(() => {
        if (!controller.signal.aborted) this.#finish(run);
      });
  }

  /** The document has come to its end, and with it the call. */
  #finish({ call, lastDial }: TwimlRun): void {
    const wasRefused = lastDial === "busy" || lastDial === "failed";
    this.hangUp(call, wasRefused ? lastDial : "no-answer");
  }
}
