import type { Callbacks } from "../callbacks.ts";
import type { Call } from "../calls/call.ts";
import type { Clock } from "../calls/clock.ts";
import type { RingFailure } from "../calls/leg.ts";
import type { CallStatus, EngineBase } from "../context.ts";
import type { TwimlSource } from "./source.ts";
import type { DialTarget, DialVerb } from "./verbs.ts";

/** A leg that Dial has placed. */
export interface DialledLeg {
  call: Call;
  /** True once answered and ready to be connected, false once that will not happen. */
  ready: Promise<boolean>;
  /** Aborted when the leg is sent to TwiML of its own while it talks. */
  left: AbortSignal;
}

/** What executing TwiML needs of the sandbox. */
export interface TwimlHost {
  config: Pick<EngineBase["config"], "accountSid" | "speechCharactersPerSecond">;
  callbacks: Pick<Callbacks, "deliver">;
  clock: Clock;
  recordings: EngineBase["recordings"];
  transcriptions: Pick<EngineBase["transcriptions"], "create">;
  /** Gets a sound; rejects when it cannot be had. */
  fetchFile(url: string, signal: AbortSignal): Promise<Buffer>;
}

/** The document being executed, as its verbs see it. */
export interface Page {
  absolute(url: string): string;
  /** What a verb without an action goes back to; null for TwiML that came without a URL. */
  url: string | null;
}

type Parameters = Record<string, string>;

/** What happens after a verb: the next one, another document, or the end of the call. */
export type Next =
  | "verb"
  | "end"
  | { document: TwimlSource; kind: "twiml" | "action"; extra?: Parameters };

/** One call while its TwiML runs. */
export interface TwimlRun extends TwimlHost {
  call: Call;
  /** Aborted when the call ends or is redirected. */
  signal: AbortSignal;
  /** It runs for a callee alone, who is about to be connected. */
  isWhisper: boolean;
  /** Status of the last Dial; what an unanswered caller's call ends with. */
  lastDial: CallStatus | null;
  /** Parameters of a request for TwiML, with the call's present status. */
  parameters(): Parameters;
  /** Picks up, when the call is not answered yet. */
  answer(): void;
  reject(reason: "rejected" | "busy"): void;
  dial(target: DialTarget, verb: DialVerb): DialledLeg;
  /** Ends a leg: `completed` when answered, otherwise the given status. */
  hangUp(call: Call, unanswered: RingFailure | "canceled"): void;
}

/** Where a verb with an action goes on; with the next verb when there is nowhere to go. */
export function actionOf(
  page: Page,
  { action, method }: { action: string | null; method: "GET" | "POST" },
  extra: Parameters,
): Next {
  const url = action === null ? page.url : page.absolute(action);
  if (url === null) return "verb";
  return { document: { url, method }, kind: "action", extra };
}

/** The caller is gone: the action URL still learns how the verb ended, its answer has no use. */
export function reportToAction(run: TwimlRun, next: Next): void {
  if (typeof next !== "object" || !("url" in next.document)) return;
  const { url, method } = next.document;
  const params = { ...run.parameters(), ...next.extra };
  void run.callbacks.deliver({ kind: "action", url, method, params, callSid: run.call.sid });
}
