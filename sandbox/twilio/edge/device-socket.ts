import type { WebSocket } from "ws";
import type { Fault, FaultKind } from "../faults.ts";
import { LateLine } from "../late-line.ts";
import { parseJson } from "../parse-json.ts";
import { expired, SignalError, type VoiceAccess, verifyAccessToken } from "./access-token.ts";
import type { VoiceEdge } from "./edge.ts";
import { type ClientMessage, clientMessageSchema, type ServerPayloads } from "./messages.ts";
import type { Party } from "./party.ts";

type Listen = Extract<ClientMessage, { type: "listen" }>["payload"];

/** One device's socket: who it is, whether it takes calls, and the calls it has. */
export class DeviceSocket {
  /** By every id the device knows a call under. */
  readonly parties = new Map<string, Party>();
  readonly #edge: VoiceEdge;
  readonly #socket: WebSocket;
  readonly #line: LateLine;
  access: VoiceAccess | null = null;
  isRegistered = false;
  #reconnectSeconds = 0;
  #isAlive = true;
  #stopExpiry: (() => void) | undefined;

  constructor(edge: VoiceEdge, socket: WebSocket) {
    this.#edge = edge;
    this.#socket = socket;
    this.#line = new LateLine(edge.clock);
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("close", () => this.#closed());
    // A broken frame or reset also closes the socket, which is where it is dealt with.
    socket.on("error", (error) => edge.context.log(`Voice socket: ${error.message}`));
  }

  send<Type extends keyof ServerPayloads>(type: Type, payload: ServerPayloads[Type]): void {
    const text = JSON.stringify({ type, payload, version: "1.6" });
    const fault = this.#fault("drop", "delay", "slow");
    if (fault?.kind !== "drop") {
      this.#line.carry(fault?.delayMs ?? 0, () => this.#socket.send(text));
    }
  }

  /** Sends the line feed that the SDK wants every 15 s; one that stays unanswered ends the socket. */
  beat(): void {
    if (this.#isAlive) this.#socket.send("\n");
    else this.cut();
    this.#isAlive = false;
  }

  /** Ends the socket without a closing handshake, as a lost network does. */
  cut(): void {
    this.#socket.terminate();
  }

  heedFaults(): void {
    if (this.#fault("cut")) this.cut();
    else this.#outdate();
  }

  forget(party: Party): void {
    for (const [id, known] of this.parties) if (known === party) this.parties.delete(id);
  }

  /** Tells the device what is wrong with its token or request. */
  refuse({ code, message }: SignalError, callsid?: string): void {
    this.send("error", { error: { code, message }, ...(callsid && { callsid }) });
  }

  /** @throws SignalError 31204 before a valid token, 31205 after its time */
  requireAccess(): VoiceAccess {
    if (!this.access) throw new SignalError(31204, "JWT token is invalid");
    if (this.access.expiresAt <= this.#edge.clock.now()) throw expired();
    return this.access;
  }

  #receive(text: string): void {
    this.#isAlive = true;
    if (text === "\n") return;
    const message = clientMessageSchema.safeParse(parseJson(text));
    if (message.success) this.#edge.settle(this.#handle(message.data));
    else this.refuse(new SignalError(31100, "Malformed request"));
  }

  async #handle(message: ClientMessage): Promise<void> {
    const { payload } = message;
    try {
      switch (message.type) {
        case "listen":
          return this.#listen(message.payload);
        case "register":
          return this.#register(message.payload.media.audio);
        case "invite":
          return await this.#edge.invite(this, message.payload);
        case "message":
          return this.send("ack", {
            acktype: "message",
            callsid: message.payload.callsid,
            voiceeventsid: message.payload.voiceeventsid,
          });
        default:
          await this.parties.get(message.payload.callsid)?.onMessage(message);
      }
    } catch (error) {
      if (!(error instanceof SignalError)) throw error;
      this.refuse(error, "callsid" in payload ? payload.callsid : undefined);
    }
  }

  #listen({ token, reconnectTimeout }: Listen): void {
    const { keys, faults } = this.#edge.context;
    const now = this.#edge.clock.now();
    this.#reconnectSeconds = reconnectTimeout;
    this.access = null;
    const access = verifyAccessToken(token, keys, now);
    if (faults.expires(`voice ${access.identity}`, access.issuedAt)) throw expired();
    this.access = access;
    if (this.#fault("refuse")) {
      this.cut();
      return;
    }
    this.#stopExpiry?.();
    this.#stopExpiry = this.#edge.clock.after(access.expiresAt - now, () => this.#expire());
    const ttl = Math.floor((access.expiresAt - now) / 1000);
    const { identity } = access;
    this.send("connected", {
      region: "us1",
      edge: "ashburn",
      home: "us1",
      token: { identity, ttl },
    });
    this.heedFaults();
  }

  #register(wantsAudio: boolean): void {
    const access = this.requireAccess();
    if (!access.incomingAllowed) throw new SignalError(31201, "Incoming calls are not allowed");
    this.isRegistered = wantsAudio;
    if (wantsAudio) this.send("ready", {});
  }

  #closed(): void {
    this.#stopExpiry?.();
    this.#edge.forget(this);
    for (const party of new Set(this.parties.values())) party.onLost(this.#reconnectSeconds);
  }

  #outdate(): void {
    const { access } = this;
    const now = this.#edge.clock.now();
    if (!access || access.expiresAt <= now) return;
    if (!this.#edge.context.faults.expires(this.subject, access.issuedAt, ["outdate"])) return;
    this.access = { ...access, expiresAt: now };
    this.#expire();
  }

  #expire(): void {
    this.isRegistered = false;
    this.refuse(expired());
  }

  #fault(...kinds: FaultKind[]): Fault | undefined {
    return this.#edge.context.faults.take("edge", this.subject, { kinds });
  }

  /** What a fault's `match` is compared with. */
  get subject(): string {
    return `voice ${this.access?.identity ?? ""}`;
  }
}
