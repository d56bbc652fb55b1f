import { randomInt } from "node:crypto";
import { TwilioError } from "../errors.ts";
import type { MessageChannel } from "../phones/phones.ts";
import { newSid } from "../sids.ts";

export interface Verification {
  sid: string;
  to: string;
  channel: MessageChannel;
  status: "pending" | "approved" | "canceled";
  /** Digits, the same for every send. */
  code: string;
  checks: number;
  sends: { sid: string; channel: MessageChannel; at: number }[];
  createdAt: number;
  updatedAt: number;
}

const lifetimeMs = 10 * 60_000;
const maxChecks = 5;
const maxSends = 5;

/**
 * Verify's pending verifications, one per address. What is approved, canceled or older than ten
 * minutes is forgotten, as Twilio does.
 * Source: https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts
 */
export class Verifications {
  readonly #pending = new Map<string, Verification>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Starts a verification, or sends the pending one's code again. Throws 60203 on the sixth.
   * @param codeLength digits of a new code
   */
  start(to: string, channel: MessageChannel, codeLength: number): Verification {
    const verification = this.find(to) ?? this.#create(to, channel, codeLength);
    if (verification.sends.length >= maxSends) {
      throw new TwilioError(429, 60203, "Max send attempts reached");
    }
    verification.channel = channel;
    verification.updatedAt = this.#now();
    verification.sends.push({ sid: newSid("VL"), channel, at: verification.updatedAt });
    return verification;
  }

  /** The pending verification with this SID or address. */
  find(sidOrTo: string): Verification | undefined {
    const key = sidOrTo.toLowerCase();
    const found =
      this.#pending.get(key) ?? [...this.#pending.values()].find(({ sid }) => sid === sidOrTo);
    return found && this.#now() < found.createdAt + lifetimeMs ? found : undefined;
  }

  /** Compares a code; the right one approves. Throws 60202 on the sixth check, right or wrong. */
  check(verification: Verification, code: string): Verification {
    if (verification.checks >= maxChecks) {
      throw new TwilioError(429, 60202, "Max check attempts reached");
    }
    verification.checks += 1;
    verification.updatedAt = this.#now();
    return code === verification.code ? this.settle(verification, "approved") : verification;
  }

  /** Ends a verification; from then on it is not found. */
  settle(verification: Verification, status: "approved" | "canceled"): Verification {
    verification.status = status;
    verification.updatedAt = this.#now();
    this.#pending.delete(verification.to.toLowerCase());
    return verification;
  }

  #create(to: string, channel: MessageChannel, codeLength: number): Verification {
    const created: Verification = {
      sid: newSid("VE"),
      to,
      channel,
      status: "pending",
      code: String(randomInt(10 ** codeLength)).padStart(codeLength, "0"),
      checks: 0,
      sends: [],
      createdAt: this.#now(),
      updatedAt: this.#now(),
    };
    this.#pending.set(to.toLowerCase(), created);
    return created;
  }
}
