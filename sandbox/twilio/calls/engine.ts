import type {
  ApplicationResource,
  CallResource,
  CallsPort,
  CreateCallInput,
  TwilioContext,
  UpdateCallInput,
} from "../context.ts";
import { TwilioError } from "../errors.ts";
import type { TwimlHost } from "../twiml/runtime.ts";
import type { TwimlSource } from "../twiml/source.ts";
import type { Call } from "./call.ts";
import { type BookContext, CallBook } from "./call-book.ts";
import type { Clock } from "./clock.ts";
import { DialledLegs } from "./dialled-legs.ts";
import type { Endpoint, Leg } from "./leg.ts";
import { ownNumberEndpoint } from "./own-number.ts";
import { onAnswer } from "./placed-calls.ts";
import { ring } from "./ring.ts";
import { requestedSource, statusCallbackOf, type VoiceSettings, voiceSource } from "./sources.ts";
import { TwimlRuns } from "./twiml-runs.ts";

export type EngineContext = BookContext &
  Pick<TwilioContext, "applications" | "numbers" | "recordings" | "log"> &
  Omit<TwimlHost, "clock">;

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
  readonly #runs: TwimlRuns;
  readonly #legs: DialledLegs;

  constructor(context: EngineContext, clock: Clock, endpointOf: (address: string) => Endpoint) {
    this.#context = context;
    this.#clock = clock;
    this.#endpointOf = (address) =>
      context.numbers.get(address) ? ownNumberEndpoint(this) : endpointOf(address);
    this.#book = new CallBook(context, clock);
    this.#runs = new TwimlRuns({ ...context, clock }, (parent) => ({
      dial: (target, verb) => this.#legs.place(parent, target, verb),
      hangUp: (call, unanswered) => this.hangUp(call, unanswered),
    }));
    this.#legs = new DialledLegs({
      clock,
      book: this.#book,
      runs: this.#runs,
      numbers: context.numbers,
      ring: (call, parameters, seconds) => this.#ring(call, parameters, seconds),
      hangUp: (call) => this.hangUp(call),
    });
  }

  list(only?: { parentCallSid?: string | undefined }): CallResource[] {
    return this.#book.list(only);
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
    this.#clock.after(0, () => void this.#place(call, source, input));
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

  async #place(call: Call, source: TwimlSource, input: CreateCallInput): Promise<void> {
    if (call.isFinal) return;
    if (!(await this.#ring(call, {}, input.timeout ?? defaultRingSeconds))) return;
    const { recordings } = this.#context;
    const host = { clock: this.#clock, recordings, hangUp: (each: Call) => this.hangUp(each) };
    try {
      this.#run(call, source, await onAnswer(host, call, input));
    } catch (error) {
      // It has ended while its keys were being pressed.
      if (!call.isFinal) throw error;
    }
  }

  #ring(call: Call, parameters: Parameters, seconds: number): Promise<boolean> {
    return ring(this.#clock, this.#endpointOf(call.to), call, parameters, seconds);
  }

  #redirect(call: Call, source: TwimlSource): void {
    this.#legs.takeAway(call);
    this.#run(call, source, {});
  }

  #run(call: Call, source: TwimlSource, extra: Parameters): void {
    const work = this.#runs.run(call, source, extra).then((run) => {
      // The document has come to its end, and with it the call.
      if (!run) return;
      const { lastDial } = run;
      const wasRefused = lastDial === "busy" || lastDial === "failed";
      this.hangUp(call, wasRefused ? lastDial : "no-answer");
    });
    work.catch((error: unknown) => this.#context.log(`Call ${call.sid}: ${String(error)}`));
  }
}
