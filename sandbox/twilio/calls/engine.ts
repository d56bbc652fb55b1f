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
import type { Call } from "./call.ts";
import { type BookContext, CallBook } from "./call-book.ts";
import type { Clock } from "./clock.ts";
import type { Endpoint, Leg } from "./leg.ts";
import { callParameters } from "./parameters.ts";
import { ring } from "./ring.ts";
import { requestedSource, statusCallbackOf, type VoiceSettings, voiceSource } from "./sources.ts";

export type EngineContext = BookContext & Pick<TwilioContext, "applications" | "numbers" | "log">;

/** A call that comes in from a browser or a telephone. */
export interface IncomingCall {
  from: string;
  to: string;
  leg: Leg;
  /** What the call is for: the account's number that was called, or a browser's application. */
  answering: VoiceSettings;
  /** Handed on to the application beside Twilio's own. */
  parameters: Record<string, string>;
}

type Parameters = Record<string, string>;

const defaultRingSeconds = 60;

/** Every call of the account: places them, runs their TwiML, reports their progress. */
export class CallEngine implements CallsPort {
  /** Finds who answers to `client:<identity>` or a number. */
  readonly #endpointOf: (address: string) => Endpoint;
  readonly #context: EngineContext;
  readonly #clock: Clock;
  readonly #book: CallBook;
  readonly #runs = new Map<string, AbortController>();
  readonly #departures = new Map<string, AbortController>();

  constructor(context: EngineContext, clock: Clock, endpointOf: (address: string) => Endpoint) {
    this.#context = context;
    this.#clock = clock;
    this.#endpointOf = endpointOf;
    this.#book = new CallBook(context, clock);
  }

  list(): CallResource[] {
    return this.#book.list();
  }

  get(sid: string): Call | undefined {
    return this.#book.get(sid);
  }

  /** Takes a call in and runs the TwiML of what was called. */
  receive({ from, to, leg, answering, parameters }: IncomingCall): Call {
    const { statusCallback, statusCallbackMethod } = answering;
    const call = this.#book.add(
      { from, to, direction: "inbound", status: "ringing" },
      statusCallbackOf(statusCallback, statusCallbackMethod),
    );
    call.connect(leg);
    this.#run(call, voiceSource(answering), parameters);
    return call;
  }

  /** A browser calls by way of an application. */
  callFromClient(
    input: Pick<IncomingCall, "from" | "to" | "leg" | "parameters">,
    application: ApplicationResource,
  ): Call {
    const parameters = { ...input.parameters, ApplicationSid: application.sid };
    return this.receive({ ...input, parameters, answering: application });
  }

  /**
   * A telephone calls one of the account's numbers.
   * @throws TwilioError 21211 when the account does not own the number
   */
  callFromPhone({ from, to, leg }: { from: string; to: string; leg: Leg }): Call {
    const number = this.#context.numbers.get(to);
    if (!number) throw new TwilioError(400, 21211, `Nobody answers calls to ${to}`);
    const application = this.#context.applications.get(number.voiceApplicationSid ?? "");
    const parameters: Parameters = application ? { ApplicationSid: application.sid } : {};
    const { statusCallback, statusCallbackMethod } = number;
    const answering = application ?? number;
    // A number's own status callback counts beside its application's voice URL.
    const told = statusCallback ? { statusCallback, statusCallbackMethod } : {};
    return this.receive({ from, to, leg, parameters, answering: { ...answering, ...told } });
  }

  /** Places a call and runs its TwiML once it is answered. */
  async create(input: CreateCallInput): Promise<CallResource> {
    const { from, to, statusCallback, statusCallbackMethod, statusCallbackEvents } = input;
    const source = requestedSource(input, this.#context.applications);
    const call = this.#book.add(
      { from, to, direction: "outbound-api", status: "queued" },
      statusCallbackOf(statusCallback, statusCallbackMethod, statusCallbackEvents),
    );
    // The request is answered with a queued call; dialling starts after that.
    this.#clock.after(0, () => void this.#place(call, source, input.timeout));
    return call;
  }

  async update(sid: string, input: UpdateCallInput): Promise<CallResource | undefined> {
    const call = this.#book.get(sid);
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

  async #place(call: Call, source: TwimlSource, timeout = defaultRingSeconds): Promise<void> {
    if (call.isFinal) return;
    if (await this.#ring(call, {}, timeout)) this.#run(call, source, {});
  }

  #ring(call: Call, parameters: Parameters, seconds: number): Promise<boolean> {
    return ring(this.#clock, this.#endpointOf(call.to), call, parameters, seconds);
  }

  #dial(parent: Call, target: DialTarget, verb: DialVerb): DialledLeg {
    const call = this.#book.add(
      {
        from: verb.callerId ?? parent.from,
        to: target.noun === "Client" ? `client:${target.to}` : target.to,
        direction: "outbound-dial",
        status: "queued",
        parentCallSid: parent.sid,
      },
      statusCallbackOf(
        target.statusCallback,
        target.statusCallbackMethod,
        target.statusCallbackEvents,
      ),
    );
    const departure = new AbortController();
    this.#departures.set(call.sid, departure);
    const forget = () => this.#departures.delete(call.sid);
    call.ended.addEventListener("abort", forget, { once: true });
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
        if (controller.signal.aborted) return;
        this.#runs.delete(call.sid);
        this.#finish(run);
      });
  }

  /** The document has come to its end, and with it the call. */
  #finish({ call, lastDial }: TwimlRun): void {
    const wasRefused = lastDial === "busy" || lastDial === "failed";
    this.hangUp(call, wasRefused ? lastDial : "no-answer");
  }
}
