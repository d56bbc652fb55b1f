/** TwiML's verbs and nouns, as far as the sandbox speaks them, with every default filled in. */
export type Method = "GET" | "POST";

/** A URL to call, none when null, with the events it is to hear of. */
export interface Callback {
  url: string | null;
  method: Method;
  events: string[];
}

export interface DialTarget {
  noun: "Client" | "Number";
  /** Identity or E.164. */
  to: string;
  /** From `<Parameter>`; the callee's SDK shows them as custom parameters. */
  parameters: Record<string, string>;
  statusCallback: Callback;
  /** TwiML for the callee alone, before the two are connected. */
  whisper: { url: string; method: Method } | null;
  /** Keys to press once it is answered. */
  sendDigits: string;
}

export interface DialRecording {
  from: "ringing" | "answer";
  channels: 1 | 2;
  trim: boolean;
  statusCallback: Callback;
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
  hangupOnStar: boolean;
  callerId: string | null;
  recording: DialRecording | null;
}

export interface SayVerb {
  verb: "Say";
  text: string;
  loop: number;
}

export interface PlayVerb {
  verb: "Play";
  url: string;
  loop: number;
  /** Keys to press instead of a sound. */
  digits: string;
}

export interface PauseVerb {
  verb: "Pause";
  seconds: number;
}

export interface GatherVerb {
  verb: "Gather";
  prompts: (SayVerb | PlayVerb | PauseVerb)[];
  /** Infinite unless given. */
  numDigits: number;
  /** Seconds without a key that end it. */
  timeout: number;
  /** Empty when no key does. */
  finishOnKey: string;
  actionOnEmptyResult: boolean;
  /** The document itself when null. */
  action: string | null;
  method: Method;
}

export interface RecordVerb {
  verb: "Record";
  /** The document itself when null. */
  action: string | null;
  method: Method;
  /** Seconds. */
  maxLength: number;
  /** Seconds of silence that end it. */
  timeout: number;
  /** Each of these keys ends it. */
  finishOnKey: string;
  playBeep: boolean;
  trim: boolean;
  statusCallback: Callback;
  transcribe: boolean;
  transcribeCallback: string | null;
}

export type Verb =
  | SayVerb
  | PlayVerb
  | PauseVerb
  | GatherVerb
  | RecordVerb
  | DialVerb
  | { verb: "Reject"; reason: "rejected" | "busy" }
  | { verb: "Hangup" }
  | { verb: "Redirect"; url: string; method: Method };
