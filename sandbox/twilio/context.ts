import type { TwilioSandboxConfig } from "../config.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Call } from "./calls/call.ts";
import type { Leg } from "./calls/leg.ts";
import type { Faults } from "./faults.ts";
import type { ApiKeys } from "./keys.ts";
import type { Numbers } from "./numbers/numbers.ts";
import type { Phones } from "./phones/phones.ts";
import type { Recordings } from "./recordings/recordings.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { LiveTranscriptions } from "./transcriptions/live-transcriptions.ts";
import type { Transcriptions } from "./transcriptions/transcriptions.ts";

/** Statuses of a call in Twilio's words. */
export type CallStatus =
  | "queued"
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

export type CallDirection = "inbound" | "outbound-api" | "outbound-dial";

export interface CallEvent {
  /** Milliseconds since the epoch. */
  at: number;
  /** One line for the console, such as `ringing` or `socket lost`. */
  text: string;
}

/** One leg as the Calls resource, the console and the phones see it; times in epoch ms. */
export interface CallResource {
  sid: string;
  parentCallSid: string | null;
  /** `client:<identity>` or E.164. */
  from: string;
  to: string;
  direction: CallDirection;
  status: CallStatus;
  dateCreated: number;
  dateUpdated: number;
  startTime: number | null;
  endTime: number | null;
  /** Whole seconds, known once the call has ended. */
  duration: number | null;
  /** What machine detection has found, such as `human` or `machine_start`; null without it. */
  answeredBy: string | null;
  events: CallEvent[];
  /** Sentences that Say has spoken on this leg. */
  said: string[];
}

/** What `POST /Calls.json` accepts; exactly one of `url`, `twiml`, `applicationSid` is set. */
export interface CreateCallInput {
  to: string;
  from: string;
  url?: string;
  method?: "GET" | "POST";
  twiml?: string;
  applicationSid?: string;
  fallbackUrl?: string;
  fallbackMethod?: "GET" | "POST";
  statusCallback?: string;
  statusCallbackMethod?: "GET" | "POST";
  statusCallbackEvents?: string[];
  /** Seconds to ring. */
  timeout?: number;
  /** Seconds a call may last once it is answered. */
  timeLimit?: number;
  /** Keys to press once it is answered; `w` waits half a second, `W` a whole one. */
  sendDigits?: string;
  /** Finds out, before the TwiML is asked for, whether a person or a machine has answered. */
  machineDetection?: "Enable" | "DetectMessageEnd";
  /** Records from the answer on; not recorded when absent. */
  recording?: CallRecordingInput;
}

/** How a call is to be recorded. */
export interface CallRecordingInput {
  channels: "mono" | "dual";
  statusCallback?: string;
  statusCallbackMethod?: "GET" | "POST";
  /** Of `in-progress`, `completed` and `absent`; none means `completed`. */
  statusCallbackEvents?: string[];
}

export interface UpdateCallInput {
  status?: "completed" | "canceled";
  url?: string;
  method?: "GET" | "POST";
  twiml?: string;
}

/** The call engine, as the REST routes, the virtual phones and the console need it. */
export interface CallsPort {
  create(input: CreateCallInput): Promise<CallResource>;
  /** Newest first: all, or those that one call has dialled. */
  list(only?: { parentCallSid?: string | undefined }): CallResource[];
  get(sid: string): Call | undefined;
  update(sid: string, input: UpdateCallInput): Promise<CallResource | undefined>;
  /** A telephone, whose end is the leg, calls a number of the account's. */
  callFromPhone(input: { from: string; to: string; leg: Leg }): Call;
}

/** A TwiML Application; the voice engine reads the URLs at the start of each call. */
export interface ApplicationResource {
  sid: string;
  friendlyName: string;
  voiceUrl: string | null;
  voiceMethod: "GET" | "POST";
  voiceFallbackUrl: string | null;
  voiceFallbackMethod: "GET" | "POST";
  statusCallback: string | null;
  statusCallbackMethod: "GET" | "POST";
  dateCreated: number;
  dateUpdated: number;
}

/** Parts of the console that redraw when told that something changed. */
export type Topic = "phones" | "calls" | "rooms" | "numbers" | "deliveries" | "faults";

/** What the call engine and the edges are built on. */
export interface EngineBase {
  config: TwilioSandboxConfig;
  /** Origin under which the sandbox answers, without a trailing slash. */
  baseUrl: string;
  callbacks: Callbacks;
  faults: Faults;
  keys: ApiKeys;
  applications: Map<string, ApplicationResource>;
  numbers: Numbers;
  phones: Phones;
  recordings: Recordings;
  transcriptions: Transcriptions;
  liveTranscriptions: LiveTranscriptions;
  rooms: Rooms;
  /** Milliseconds since the epoch; tests turn it. */
  now(): number;
  /** Redraws a part of the console; the call engine announces `calls` on every transition. */
  changed(topic: Topic): void;
  /** Calls back after each change; returns the unsubscriber. */
  onChanged(listener: (topic: Topic) => void): () => void;
  log(line: string): void;
}

/** Everything the routes and the console need. */
export interface TwilioContext extends EngineBase {
  calls: CallsPort;
}
