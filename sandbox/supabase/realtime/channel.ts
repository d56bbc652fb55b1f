import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readCredentials } from "../credentials.ts";
import type { Database } from "../database.ts";
import type { ProjectSettings } from "../settings.ts";
import type { Claims, Tokens } from "../tokens.ts";
import { authorize, everything, type Permissions } from "./authorize.ts";
import { broadcastSchema, type Frame } from "./protocol.ts";
import type { Subscriber, Topic, Topics } from "./topics.ts";

export interface RealtimeContext {
  database: Database;
  tokens: Tokens;
  topics: Topics;
  settings: ProjectSettings;
}

const joinSchema = z.object({
  access_token: z.string().nullish(),
  config: z.object({
    private: z.boolean().default(false),
    broadcast: z
      .object({ ack: z.boolean().default(false), self: z.boolean().default(false) })
      .prefault({}),
    presence: z
      .object({ key: z.string().default(""), enabled: z.boolean().default(false) })
      .prefault({}),
    postgres_changes: z.array(z.unknown()).default([]),
  }),
});
const tokenSchema = z.object({ access_token: z.string().nullable() });
const presenceSchema = z.object({
  event: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

const forbidden = "Unauthorized: You do not have permissions to read from this Channel topic";

/** A join or a token that hosted Realtime would refuse, in its words. */
export class Refusal extends Error {}

/**
 * One client's membership of one topic, from `phx_join` to `phx_close`.
 * Behaviour: github.com/supabase/realtime, lib/realtime_web/channels/realtime_channel.ex
 */
export class Channel implements Subscriber {
  readonly #context: RealtimeContext;
  readonly #config: z.infer<typeof joinSchema>["config"];
  readonly #name: string;
  readonly #presenceKey: string;
  readonly #send: (event: string, payload: unknown) => void;
  readonly #onExpired: (reason: string) => void;
  #topic: Topic | undefined;
  #permissions: Permissions = everything;
  #expiry: NodeJS.Timeout | undefined;

  private constructor(
    context: RealtimeContext,
    name: string,
    config: z.infer<typeof joinSchema>["config"],
    client: {
      send: (event: string, payload: unknown) => void;
      onExpired: (reason: string) => void;
    },
  ) {
    this.#context = context;
    this.#name = name;
    this.#config = config;
    this.#presenceKey = config.presence.key || randomUUID();
    this.#send = client.send;
    this.#onExpired = client.onExpired;
  }

  /**
   * Joins the topic of `frame` if the policies let the token's owner receive on it.
   *
   * @throws Refusal
   */
  static async join(
    context: RealtimeContext,
    frame: Frame,
    apiKey: string,
    client: {
      send: (event: string, payload: unknown) => void;
      onExpired: (reason: string) => void;
    },
  ): Promise<Channel> {
    const { config, access_token } = joinSchema.parse(frame.payload);
    if (config.postgres_changes.length > 0) {
      throw new Refusal("UnableToSubscribe: The sandbox has no postgres_changes, only broadcasts");
    }
    if (!config.private && !context.settings.publicChannels) {
      throw new Refusal("PrivateOnly: This project only allows private channels");
    }
    const channel = new Channel(context, frame.topic.replace(/^realtime:/, ""), config, client);
    await channel.#authorize(apiKey, access_token);
    channel.#topic = context.topics.join(channel.#name, config.private, channel);
    return channel;
  }

  get receives() {
    const { broadcast, presence } = this.#permissions.receive;
    return { broadcast, presence: presence && this.#config.presence.enabled };
  }

  push(event: string, payload: unknown): void {
    this.#send(event, payload);
  }

  /** Tells a client that has just joined who is present. */
  welcome(): void {
    if (this.receives.presence) this.push("presence_state", this.#topic?.presence.state() ?? {});
  }

  /**
   * Handles a message on the joined topic and gives back the response of its reply,
   * or null when hosted Realtime would not reply.
   *
   * @throws Refusal when the channel must close
   */
  async handle(frame: Frame, apiKey: string): Promise<object | null> {
    switch (frame.event) {
      case "access_token": {
        const { access_token } = tokenSchema.parse(frame.payload);
        if (access_token && !access_token.startsWith("sb_")) {
          await this.#authorize(apiKey, access_token);
        }
        return null;
      }
      case "broadcast": {
        if (!this.#permissions.send.broadcast) return null;
        const message = broadcastSchema.parse(frame.payload);
        this.#topic?.broadcast(message, this.#config.broadcast.self ? undefined : this);
        return this.#config.broadcast.ack ? {} : null;
      }
      case "presence": {
        if (!this.#permissions.send.presence) return null;
        const { event, payload } = presenceSchema.parse(frame.payload);
        if (event === "track") this.#topic?.track(this, this.#presenceKey, payload);
        if (event === "untrack") this.#topic?.untrack(this);
        return {};
      }
      default:
        return null;
    }
  }

  leave(): void {
    clearTimeout(this.#expiry);
    this.#context.topics.leave(this.#name, this.#config.private, this);
  }

  async #authorize(apiKey: string, token: string | null | undefined): Promise<void> {
    const claims = this.#claims(apiKey, token);
    if (this.#config.private) {
      this.#permissions = await this.#askPolicies(claims);
      if (!this.#permissions.receive.broadcast) {
        throw new Refusal(`${forbidden}: ${this.#name}`);
      }
    }
    clearTimeout(this.#expiry);
    if (claims.exp === undefined) return;
    const left = claims.exp * 1000 - Date.now();
    this.#expiry = setTimeout(() => this.#onExpired("Token has expired 0 seconds ago"), left);
  }

  async #askPolicies(claims: Claims): Promise<Permissions> {
    try {
      return await authorize(this.#context.database, this.#name, claims);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal(`RlsPolicyError: ${reason}`, { cause: error });
    }
  }

  #claims(apiKey: string, token: string | null | undefined): Claims {
    const { tokens } = this.#context;
    const credentials = readCredentials(apiKey, token, tokens);
    if (credentials.kind === "claims") return credentials.claims;
    const expired = token ? tokens.verify(token, { acceptExpired: true }) : null;
    if (!expired?.exp) throw new Refusal("JwtSignatureError: Failed to validate JWT signature");
    const seconds = Math.floor(Date.now() / 1000 - expired.exp);
    throw new Refusal(`InvalidJWTToken: Token has expired ${seconds} seconds ago`);
  }
}
