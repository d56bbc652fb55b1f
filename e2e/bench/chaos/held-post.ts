import { randomUUID } from "node:crypto";
import type {
  CallbackOutcome,
  CallbackRequest,
  Callbacks,
} from "../../../sandbox/twilio/callbacks.ts";
import { parseOverrides } from "../../../sandbox/twilio/overrides.ts";
import { signRequest } from "../../../sandbox/twilio/signing.ts";
import type { LoadRequest } from "../load.ts";

const delivered: CallbackOutcome = { ok: true, status: 200, body: "", contentType: null };

/** Keeps what Twilio tells; what it asks, which a call waits for, it asks at once. */
export class HeldPost implements Pick<Callbacks, "deliver"> {
  readonly #direct: Pick<Callbacks, "deliver">;
  #held: CallbackRequest[] = [];

  constructor(direct: Pick<Callbacks, "deliver">) {
    this.#direct = direct;
  }

  async deliver(request: CallbackRequest): Promise<CallbackOutcome> {
    if (request.kind === "twiml" || request.kind === "action") return this.#direct.deliver(request);
    this.#held.push(request);
    return delivered;
  }

  /** Everything that is held, oldest first; it is held no more. */
  take(): CallbackRequest[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  /** Delivers as Twilio does, with its retries. @returns whether the app has taken it */
  async send(request: CallbackRequest): Promise<boolean> {
    return (await this.#direct.deliver(request)).ok;
  }
}

/** A notification as one signed request of a load. */
export function asLoad(authToken: string, request: CallbackRequest): LoadRequest {
  const signed = signRequest(authToken, {
    url: parseOverrides(request.url, request.timeoutMs).target,
    method: request.method ?? "POST",
    params: request.params,
    idempotencyToken: randomUUID(),
  });
  const { pathname, search } = new URL(signed.url);
  const { method, headers, body } = signed;
  return { method, path: pathname + search, headers, ...(body !== undefined && { body }) };
}
