import { createHash } from "node:crypto";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { TwilioSandboxConfig } from "../../config.ts";
import { newSid } from "../sids.ts";

type Method = "GET" | "POST";

/** What the owner of a number may set. */
export interface NumberSettings {
  friendlyName: string;
  voiceUrl: string | null;
  voiceMethod: Method;
  voiceFallbackUrl: string | null;
  voiceFallbackMethod: Method;
  /** An application whose URLs stand in for the number's own. */
  voiceApplicationSid: string | null;
  statusCallback: string | null;
  statusCallbackMethod: Method;
}

export type Capabilities = Record<"voice" | "sms" | "mms" | "fax", boolean>;

/** A number of the account; times in milliseconds since the epoch. */
export interface IncomingNumber extends NumberSettings {
  sid: string;
  /** E.164 */
  phoneNumber: string;
  capabilities: Capabilities;
  dateCreated: number;
  dateUpdated: number;
}

export type NumberOffer = Pick<IncomingNumber, "phoneNumber" | "capabilities">;

export const everything: Capabilities = { voice: true, sms: true, mms: true, fax: false };

const unset: NumberSettings = {
  friendlyName: "",
  voiceUrl: null,
  voiceMethod: "POST",
  voiceFallbackUrl: null,
  voiceFallbackMethod: "POST",
  voiceApplicationSid: null,
  statusCallback: null,
  statusCallbackMethod: "POST",
};

/** The numbers the account owns: the configured ones, which ring the app, and what it buys. */
export class Numbers {
  readonly #owned = new Map<string, IncomingNumber>();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(
    config: Pick<TwilioSandboxConfig, "phoneNumber" | "poolNumbers" | "publicUrl">,
    now: () => number,
    changed: () => void = () => {},
  ) {
    this.#now = now;
    this.#changed = changed;
    const voice = `${config.publicUrl}/api/twilio/voice`;
    const settings = {
      voiceUrl: `${voice}/incoming`,
      voiceFallbackUrl: `${voice}/fallback`,
      statusCallback: `${voice}/status#rc=3&rp=ct,rt,5xx`,
    };
    for (const phoneNumber of [config.phoneNumber, ...config.poolNumbers]) {
      // Scripts may note the SID of a configured number: it is the same after each start.
      const sid = `PN${createHash("md5").update(phoneNumber).digest("hex")}`;
      const number = this.draft({ phoneNumber, capabilities: everything }, settings);
      this.#keep({ ...number, sid });
    }
  }

  /** @param phoneNumber E.164 */
  get(phoneNumber: string): IncomingNumber | undefined {
    return this.#owned.get(phoneNumber);
  }

  bySid(sid: string): IncomingNumber | undefined {
    return this.list().find((number) => number.sid === sid);
  }

  /** In the order in which they came to the account. */
  list(): IncomingNumber[] {
    return [...this.#owned.values()];
  }

  /** Adds a number to the account. */
  buy(offer: NumberOffer, settings: Partial<NumberSettings> = {}): IncomingNumber {
    return this.#keep(this.draft(offer, settings));
  }

  /** What buying would make of the number; named by its national format unless told otherwise. */
  draft(
    { phoneNumber, capabilities }: NumberOffer,
    settings: Partial<NumberSettings> = {},
  ): IncomingNumber {
    const identity = { sid: newSid("PN"), phoneNumber, capabilities };
    const dates = { dateCreated: this.#now(), dateUpdated: this.#now() };
    return {
      ...unset,
      friendlyName: friendlyNumber(phoneNumber),
      ...settings,
      ...identity,
      ...dates,
    };
  }

  /** The number as changed; undefined when the account does not own it. */
  update(sid: string, settings: Partial<NumberSettings>): IncomingNumber | undefined {
    const before = this.bySid(sid);
    if (!before) return undefined;
    return this.#keep({ ...before, ...settings, dateUpdated: this.#now() });
  }

  /** Whether there was such a number to give up. */
  release(sid: string): boolean {
    const number = this.bySid(sid);
    if (!number) return false;
    this.#owned.delete(number.phoneNumber);
    this.#changed();
    return true;
  }

  #keep(number: IncomingNumber): IncomingNumber {
    this.#owned.set(number.phoneNumber, number);
    this.#changed();
    return number;
  }
}

/** A number as Twilio names it unless told otherwise: `(415) 555-0123`, `020 7946 0123`. */
export function friendlyNumber(phoneNumber: string): string {
  return parsePhoneNumberFromString(phoneNumber)?.formatNational() ?? phoneNumber;
}
