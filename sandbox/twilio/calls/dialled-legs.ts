import type { TwilioContext } from "../context.ts";
import type { DialledLeg } from "../twiml/runtime.ts";
import { pressKeys } from "../twiml/verbs/play.ts";
import type { DialTarget, DialVerb } from "../twiml/verbs.ts";
import type { Call } from "./call.ts";
import type { CallBook } from "./call-book.ts";
import type { Clock } from "./clock.ts";
import { statusCallbackOf } from "./sources.ts";
import type { TwimlRuns } from "./twiml-runs.ts";

interface Host {
  clock: Clock;
  book: CallBook;
  runs: TwimlRuns;
  numbers: Pick<TwilioContext["numbers"], "get">;
  ring(call: Call, parameters: Record<string, string>, seconds: number): Promise<boolean>;
  hangUp(call: Call): void;
}

/** The legs that Dial places, from the ring to the moment they can be connected. */
export class DialledLegs {
  readonly #host: Host;
  readonly #departures = new Map<string, AbortController>();

  constructor(host: Host) {
    this.#host = host;
  }

  place(parent: Call, target: DialTarget, verb: DialVerb): DialledLeg {
    const { url, method, events } = target.statusCallback;
    const call = this.#host.book.add(
      {
        from: verb.callerId ?? parent.from,
        to: target.noun === "Client" ? `client:${target.to}` : target.to,
        direction: "outbound-dial",
        status: "queued",
        parentCallSid: parent.sid,
      },
      statusCallbackOf(url, method, events),
    );
    const departure = new AbortController();
    this.#departures.set(call.sid, departure);
    const forget = () => this.#departures.delete(call.sid);
    call.ended.addEventListener("abort", forget, { once: true });
    return { call, ready: this.#bring(parent, call, target, verb), left: departure.signal };
  }

  /** A leg is sent to TwiML of its own: its dial is over, the leg is not. */
  takeAway(call: Call): void {
    this.#departures.get(call.sid)?.abort(new Error("The call was redirected."));
  }

  async #bring(parent: Call, call: Call, target: DialTarget, verb: DialVerb): Promise<boolean> {
    if (target.noun === "Number" && !this.#mayShow(call.from, parent)) {
      call.note(`Error 13214: <Dial> callerId ${call.from} is not a number of the account.`);
      call.moveTo("initiated");
      call.moveTo("failed");
      return false;
    }
    if (!(await this.#host.ring(call, target.parameters, verb.timeout))) return false;
    return this.#prepare(call, target);
  }

  /** A telephone is shown a number of the account's, or that of whoever has called it. */
  #mayShow(callerId: string, parent: Call): boolean {
    const isForwarded = parent.direction === "inbound" && callerId === parent.from;
    return this.#host.numbers.get(callerId) !== undefined || (isForwarded && /^\+/.test(callerId));
  }

  /** Keys and TwiML for the callee alone; whoever is hung up by it is not connected. */
  async #prepare(call: Call, { sendDigits, whisper }: DialTarget): Promise<boolean> {
    const { clock, runs } = this.#host;
    try {
      if (sendDigits) await pressKeys({ call, clock, signal: call.ended }, sendDigits);
    } catch {
      return false;
    }
    if (!whisper) return true;
    const run = await runs.run(call, whisper, {}, { isWhisper: true });
    if (run?.ending === "hung-up") this.#host.hangUp(call);
    return run?.ending === "finished";
  }
}
