import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type AttemptResult, attempt } from "./attempt.ts";
import { corrupted } from "./corruption.ts";
import { type Delivery, DeliveryLog } from "./deliveries.ts";
import type { Fault, FaultKind, Faults } from "./faults.ts";
import { type ConnectionOverrides, parseOverrides } from "./overrides.ts";
import { Reordering } from "./reordering.ts";
import { type SignedRequest, signRequest } from "./signing.ts";

export interface CallbackRequest {
  kind: "twiml" | "status" | "action" | "message" | "recording" | "transcription" | "verify";
  /** May end in connection overrides, such as `#rc=3&rp=ct,rt,5xx`. */
  url: string;
  method?: "GET" | "POST";
  params: Record<string, string>;
  callSid?: string;
  roomSid?: string;
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

export interface CallbacksOptions {
  authToken: string;
  faults: Faults;
  changed(): void;
  now(): number;
}

/** Twilio waits for the answers of the others, so they can neither overtake nor repeat. */
const notifications: readonly CallbackRequest["kind"][] = [
  "status",
  "message",
  "recording",
  "transcription",
  "verify",
];

/** Twilio's side of every webhook: signing, retries, faults and the record of what happened. */
export class Callbacks {
  readonly #options: CallbacksOptions;
  readonly #closing = new AbortController();
  readonly #reordering = new Reordering();
  readonly #log = new DeliveryLog();

  constructor(options: CallbacksOptions) {
    this.#options = options;
  }

  /** Every attempt of late, newest first. */
  get deliveries(): readonly Delivery[] {
    return this.#log.entries;
  }

  /**
   * Sends one signed webhook, with retries, and resolves with its last answer; never rejects.
   * Status callbacks should not be awaited one after the other: Twilio does not either.
   */
  async deliver(request: CallbackRequest): Promise<CallbackOutcome> {
    const fault = this.#takeFault(request);
    const queue = queueOf(request);
    try {
      if (fault?.kind === "reorder") {
        await this.#reordering.hold(queue, fault.delayMs ?? 2_000, this.#closing.signal);
      } else if (fault?.kind === "delay") {
        await sleep(fault.delayMs ?? 2_000, undefined, { signal: this.#closing.signal });
      }
    } catch {
      return { ok: false, status: null, body: "", contentType: null, error: "Sandbox closed" };
    }
    const token = randomUUID();
    const again = fault?.kind === "drop" ? undefined : this.#takeRepetition(request);
    const outcome = await this.#attempts(request, token, fault ?? again);
    if (again) await this.#attempts(request, token, fault ?? again);
    if (fault?.kind !== "reorder") this.#reordering.release(queue);
    return outcome;
  }

  /** Gives up every delivery under way. */
  close(): void {
    this.#closing.abort();
  }

  #takeFault(request: CallbackRequest): Fault | undefined {
    const kinds: FaultKind[] = ["drop", "delay", "corrupt"];
    const mayWait = notifications.includes(request.kind);
    if (mayWait && !this.#reordering.holds(queueOf(request))) kinds.push("reorder");
    return this.#options.faults.take("webhook", subjectOf(request), { kinds });
  }

  /** Comes on top of any other: what is late or damaged can be so twice. */
  #takeRepetition(request: CallbackRequest): Fault | undefined {
    if (!notifications.includes(request.kind)) return undefined;
    return this.#options.faults.take("webhook", subjectOf(request), { kinds: ["duplicate"] });
  }

  async #attempts(
    request: CallbackRequest,
    idempotencyToken: string,
    onDelivery: Fault | undefined,
  ): Promise<CallbackOutcome> {
    const overrides = parseOverrides(request.url, request.timeoutMs);
    const started = performance.now();
    const method = request.method ?? "POST";
    for (let number = 1; ; number += 1) {
      const right = signRequest(this.#options.authToken, {
        url: overrides.target,
        method,
        params: request.params,
        idempotencyToken,
      });
      const isCorrupt = onDelivery?.kind === "corrupt";
      const signed = isCorrupt ? corrupted(right, onDelivery.part ?? "signature") : right;
      const at = this.#options.now();
      const begun = performance.now();
      const remaining = overrides.totalMs - (begun - started);
      const fault =
        onDelivery ??
        this.#options.faults.take("webhook", subjectOf(request), { kinds: ["status"] });
      const result = faked(fault) ?? (await this.#send(signed, overrides, remaining));
      this.#log.add({
        kind: request.kind,
        method,
        url: overrides.target,
        params: request.params,
        callSid: request.callSid ?? null,
        roomSid: request.roomSid ?? null,
        attempt: number,
        at,
        durationMs: Math.round(performance.now() - begun),
        status: result.status,
        body: result.body,
        error: result.error ?? null,
        fault: fault?.kind ?? null,
      });
      this.#options.changed();
      const retry =
        onDelivery?.kind !== "drop" &&
        number <= overrides.retries &&
        result.failure !== undefined &&
        overrides.retryOn.has(result.failure) &&
        // Timers may go off a moment early.
        performance.now() - started < overrides.totalMs - 1 &&
        !this.#closing.signal.aborted;
      if (!retry) return outcomeOf(result);
    }
  }

  #send(
    signed: SignedRequest,
    overrides: ConnectionOverrides,
    remainingMs: number,
  ): Promise<AttemptResult> {
    const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(remainingMs)));
    return attempt(signed, {
      connectTimeoutMs: overrides.connectTimeoutMs,
      readTimeoutMs: overrides.readTimeoutMs,
      signal: AbortSignal.any([this.#closing.signal, deadline]),
    });
  }
}

function outcomeOf(result: AttemptResult): CallbackOutcome {
  const { status, body, contentType, error } = result;
  const ok = status !== null && status >= 200 && status < 300;
  return { ok, status, body, contentType, ...(error !== undefined && { error }) };
}

/** Notifications of one queue can overtake each other. */
function queueOf({ callSid, roomSid, url }: CallbackRequest): string {
  return callSid ?? roomSid ?? url;
}

/** What a fault's `match` is compared with. */
function subjectOf(request: CallbackRequest): string {
  return `${request.url}?${new URLSearchParams(request.params)}`;
}

/** What a fault answers in the app's place: nothing reaches the app. */
function faked(fault: Fault | undefined): AttemptResult | undefined {
  if (fault?.kind === "drop") {
    return { status: null, body: "", contentType: null, error: "Dropped", failure: "ct" };
  }
  if (fault?.kind !== "status") return undefined;
  const status = fault.status ?? 500;
  return { status, body: "", contentType: null, failure: status === 429 ? "4xx" : "5xx" };
}
