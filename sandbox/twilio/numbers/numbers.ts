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

/** A number of the account; times in milliseconds since the epoch. */
export interface IncomingNumber extends NumberSettings {
  sid: string;
  /** E.164 */
  phoneNumber: string;
  capabilities: { voice: boolean; sms: boolean; mms: boolean; fax: boolean };
  dateCreated: number;
  dateUpdated: number;
}

const capabilities = { voice: true, sms: true, mms: true, fax: false };

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

  constructor(
    config: Pick<TwilioSandboxConfig, "phoneNumber" | "poolNumbers" | "publicUrl">,
    now: () => number,
  ) {
    this.#now = now;
    const voice = `${config.publicUrl}/api/twilio/voice`;
    for (const phoneNumber of [config.phoneNumber, ...config.poolNumbers]) {
      // Scripts may note the SID of a configured number: it is the same after each start.
      const sid = `PN${createHash("md5").update(phoneNumber).digest("hex")}`;
      this.#add(sid, phoneNumber, {
        voiceUrl: `${voice}/incoming`,
        voiceFallbackUrl: `${voice}/fallback`,
        statusCallback: `${voice}/status#rc=3&rp=ct,rt,5xx`,
      });
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

  /** Adds a number, named by its national format unless told otherwise. */
  buy(phoneNumber: string, settings: Partial<NumberSettings> = {}): IncomingNumber {
    return this.#add(newSid("PN"), phoneNumber, settings);
  }

  /** The number as changed; undefined when the account does not own it. */
  update(sid: string, settings: Partial<NumberSettings>): IncomingNumber | undefined {
    const before = this.bySid(sid);
    if (!before) return undefined;
    const after = { ...before, ...settings, dateUpdated: this.#now() };
    this.#owned.set(after.phoneNumber, after);
    return after;
  }

  /** Whether there was such a number to give up. */
  release(sid: string): boolean {
    const number = this.bySid(sid);
    return number !== undefined && this.#owned.delete(number.phoneNumber);
  }

  #add(sid: string, phoneNumber: string, settings: Partial<NumberSettings>): IncomingNumber {
    const friendlyName = friendlyNumber(phoneNumber);
    const dates = { dateCreated: this.#now(), dateUpdated: this.#now() };
    const added = { ...unset, friendlyName, ...settings, sid, phoneNumber, capabilities, ...dates };
    this.#owned.set(phoneNumber, added);
    return added;
  }
}

/** A number as Twilio names it unless told otherwise: `(415) 555-0123`, `020 7946 0123`. */
export function friendlyNumber(phoneNumber: string): string {
  return parsePhoneNumberFromString(phoneNumber)?.formatNational() ?? phoneNumber;
}
