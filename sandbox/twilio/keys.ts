import { randomBytes } from "node:crypto";
import type { TwilioSandboxConfig } from "../config.ts";
import { newSid } from "./sids.ts";

/** Credentials for REST and for signing access tokens; times in milliseconds since the epoch. */
export interface ApiKey {
  sid: string;
  secret: string;
  friendlyName: string;
  dateCreated: number;
  dateUpdated: number;
}

/** Who may sign access tokens: the account's keys with their secrets. */
export interface TokenIssuers {
  accountSid: string;
  secretOf(keySid: string): string | undefined;
}

/** The account's API keys: the configured one, and what is created beside it. */
export class ApiKeys implements TokenIssuers {
  readonly accountSid: string;
  readonly #keys = new Map<string, ApiKey>();
  readonly #now: () => number;

  constructor(
    config: Pick<TwilioSandboxConfig, "accountSid" | "apiKey" | "apiSecret">,
    now: () => number,
  ) {
    this.accountSid = config.accountSid;
    this.#now = now;
    this.#keep(config.apiKey, config.apiSecret, "Sandbox key");
  }

  list(): ApiKey[] {
    return [...this.#keys.values()];
  }

  get(sid: string): ApiKey | undefined {
    return this.#keys.get(sid);
  }

  secretOf(keySid: string): string | undefined {
    return this.#keys.get(keySid)?.secret;
  }

  create(friendlyName: string): ApiKey {
    return this.#keep(newSid("SK"), randomBytes(16).toString("hex"), friendlyName);
  }

  rename(key: ApiKey, friendlyName: string): ApiKey {
    const renamed = { ...key, friendlyName, dateUpdated: this.#now() };
    this.#keys.set(key.sid, renamed);
    return renamed;
  }

  /** From now on the key opens nothing, and tokens that it has signed are refused. */
  remove({ sid }: ApiKey): void {
    this.#keys.delete(sid);
  }

  #keep(sid: string, secret: string, friendlyName: string): ApiKey {
    const now = this.#now();
    const key = { sid, secret, friendlyName, dateCreated: now, dateUpdated: now };
    this.#keys.set(sid, key);
    return key;
  }
}
