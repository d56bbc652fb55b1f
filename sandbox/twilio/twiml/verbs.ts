/** TwiML's verbs and nouns, as far as the sandbox speaks them, with every default filled in. */
export type Method = "GET" | "POST";

export interface DialTarget {
  noun: "Client" | "Number";
  /** Identity or E.164. */
  to: string;
  /** From `<Parameter>`; the callee's SDK shows them as custom parameters. */
  parameters: Record<string, string>;
  statusCallback: string | null;
  statusCallbackMethod: Method;
  statusCallbackEvents: string[];
}

export interface DialVerb {
  verb: "Dial";
  targets: DialTarget[];
  /** Seconds to ring. */
  timeout: number;
  /** Seconds that the parties may talk. */
  timeLimit: number;
  action: string | null;
  method: Method;
  answerOnBridge: boolean;
  callerId: string | null;
}

export type Verb =
  | { verb: "Say"; text: string; loop: number }
  | { verb: "Pause"; seconds: number }
  | { verb: "Reject"; reason: "rejected" | "busy" }
  | { verb: "Hangup" }
  | { verb: "Redirect"; url: string; method: Method }
  | DialVerb;
