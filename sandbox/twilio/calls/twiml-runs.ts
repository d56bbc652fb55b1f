import { type Ending, runTwiml } from "../twiml/run.ts";
import type { TwimlHost, TwimlRun } from "../twiml/runtime.ts";
import type { TwimlSource } from "../twiml/source.ts";
import type { Call } from "./call.ts";
import { callParameters } from "./parameters.ts";

type Verbs = Pick<TwimlRun, "dial" | "hangUp">;

export interface FinishedRun {
  ending: Ending;
  lastDial: TwimlRun["lastDial"];
}

/** The TwiML that runs on each call: one document at a time. */
export class TwimlRuns {
  readonly #host: TwimlHost;
  readonly #verbsOf: (call: Call) => Verbs;
  readonly #running = new Map<string, AbortController>();

  /** @param verbsOf what a call's TwiML needs of the call engine */
  constructor(host: TwimlHost, verbsOf: (call: Call) => Verbs) {
    this.#host = host;
    this.#verbsOf = verbsOf;
  }

  /**
   * Runs TwiML in place of what runs on the call.
   * @param extra goes with every request for TwiML
   * @returns null when the call has ended, or was sent elsewhere, before its TwiML had
   */
  async run(
    call: Call,
    source: TwimlSource,
    extra: Record<string, string>,
    { isWhisper = false } = {},
  ): Promise<FinishedRun | null> {
    this.#running.get(call.sid)?.abort(new Error("The call was redirected."));
    const controller = new AbortController();
    this.#running.set(call.sid, controller);
    const { accountSid } = this.#host.config;
    const hangUp = this.#verbsOf(call).hangUp;
    const run: TwimlRun = {
      ...this.#host,
      ...this.#verbsOf(call),
      call,
      signal: AbortSignal.any([controller.signal, call.ended]),
      isWhisper,
      lastDial: null,
      parameters: () => ({ ...extra, ...callParameters(accountSid, call) }),
      answer: () => {
        if (!call.isAnswered && call.moveTo("in-progress")) call.leg?.answer();
      },
      reject: (reason) => hangUp(call, reason === "busy" ? "busy" : "no-answer"),
    };
    try {
      const ending = await runTwiml(run, source);
      return controller.signal.aborted ? null : { ending, lastDial: run.lastDial };
    } catch (error) {
      if (run.signal.aborted) return null;
      throw error;
    } finally {
      if (this.#running.get(call.sid) === controller) this.#running.delete(call.sid);
    }
  }
}
