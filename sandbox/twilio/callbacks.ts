import type { Faults } from "./faults.ts";

export interface CallbackRequest {
  kind: "twiml" | "status" | "action" | "message" | "recording" | "verify";
  /** May end in connection overrides, such as `#rc=3&rp=ct,rt,5xx`. */
  url: string;
  method?: "GET" | "POST";
  params: Record<string, string>;
  callSid?: string;
  /** Read timeout, 15000 when absent. */
  timeoutMs?: number;
}

export interface CallbackOutcome {
  /** True for a 2xx answer. */
  ok: boolean;
  status: number | null;
  body: string;
  contentType: string | null;
  error?: string;
}

export interface Delivery {
  id: number;
  kind: CallbackRequest["kind"];
  method: "GET" | "POST";
  url: string;
  params: Record<string, string>;
  callSid: string | null;
  /** 1 for the first attempt. */
  attempt: number;
  /** Milliseconds since the epoch. */
  at: number;
  durationMs: number;
  status: number | null;
  body: string;
  error: string | null;
  /** The fault that touched it, if any. */
  fault: string | null;
}

export interface CallbacksOptions {
  authToken: string;
  faults: Faults;
  changed(): void;
  now(): number;
}

export class Callbacks {
  readonly deliveries: Delivery[] = [];
  readonly #options: CallbacksOptions;

  constructor(options: CallbacksOptions) {
    this.#options = options;
  }

  /** Sends one signed webhook, with retries, and resolves with its last answer; never rejects. */
  async deliver(request: CallbackRequest): Promise<CallbackOutcome> {
    throw new Error(`Not built yet: ${request.kind} ${this.#options.now()}`);
  }
}
