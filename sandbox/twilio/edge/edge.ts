import type { WebSocket } from "ws";
import type { Call } from "../calls/call.ts";
import type { Clock } from "../calls/clock.ts";
import { echoEndpoint } from "../calls/echo.ts";
import { CallEngine } from "../calls/engine.ts";
import type { Endpoint } from "../calls/leg.ts";
import type { EngineBase } from "../context.ts";
import { watchFaults } from "../faults.ts";
import { fetchFile } from "../fetch-file.ts";
import { Peer } from "../media/peer.ts";
import { phoneIdentity, phoneNumberOf } from "../phones/browser-phone.ts";
import { callFromPage } from "../phones/outgoing.ts";
import { telephoneEndpoint } from "../phones/telephone.ts";
import { SignalError } from "./access-token.ts";
import { ClientLeg } from "./client-leg.ts";
import { DeviceSocket } from "./device-socket.ts";
import { clientEndpoint } from "./invitation.ts";
import type { ClientMessage } from "./messages.ts";

type Invite = Extract<ClientMessage, { type: "invite" }>["payload"];

/** Where browsers register, call and are called: Twilio's `voice-js` servers. */
export class VoiceEdge {
  readonly context: EngineBase;
  readonly clock: Clock;
  readonly engine: CallEngine;
  /** Every browser leg by its reconnect token. */
  readonly legs = new Map<string, ClientLeg>();
  readonly #sockets = new Set<DeviceSocket>();
  readonly #stopFaults: () => void;

  constructor(context: EngineBase, clock: Clock) {
    this.context = context;
    this.clock = clock;
    const engineContext = { ...context, fetchFile };
    this.engine = new CallEngine(engineContext, clock, (address) => this.#endpointOf(address));
    this.#stopFaults = watchFaults(context.faults, this.#sockets);
  }

  open(socket: WebSocket): void {
    this.#sockets.add(new DeviceSocket(this, socket));
  }

  beat(): void {
    for (const socket of this.#sockets) socket.beat();
  }

  forget(socket: DeviceSocket): void {
    this.#sockets.delete(socket);
  }

  /** Devices that take calls for an identity. */
  devicesOf(identity: string): DeviceSocket[] {
    return [...this.#sockets].filter(
      (socket) => socket.isRegistered && socket.access?.identity === identity,
    );
  }

  /** A device calls, or takes up a call that lost its socket. */
  async invite(socket: DeviceSocket, { callsid, sdp, reconnect, twilio }: Invite): Promise<void> {
    if (reconnect !== undefined) {
      const leg = this.legs.get(reconnect);
      return leg ? leg.resume(socket, sdp) : socket.send("hangup", { callsid });
    }
    try {
      await this.#receive(socket, callsid, sdp, twilio.params ?? "");
    } catch (error) {
      socket.send("hangup", { callsid });
      throw error;
    }
  }

  /** Logs the failure of work that nobody waits for. */
  settle(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.context.log(`Voice edge: ${trace}`);
    });
  }

  close(): void {
    this.#stopFaults();
    for (const leg of this.legs.values()) leg.hangUp();
    for (const socket of this.#sockets) socket.cut();
  }

  async #receive(socket: DeviceSocket, id: string, sdp: string, params: string): Promise<void> {
    const access = socket.requireAccess();
    if (!access.outgoingApplicationSid) {
      throw new SignalError(31201, "Outgoing calls are not allowed");
    }
    const application = this.context.applications.get(access.outgoingApplicationSid);
    if (!application) throw new SignalError(31001, "Application not found");

    let hasLeft = false;
    socket.parties.set(id, {
      onMessage: ({ type }) => {
        hasLeft ||= type === "hangup";
      },
      onLost: () => {
        hasLeft = true;
      },
    });
    const peer = await Peer.answering(sdp);
    if (hasLeft) return peer.close();

    const parameters = Object.fromEntries(new URLSearchParams(params));
    let call: Call | undefined;
    const leg = new ClientLeg(this, socket, id, peer, () => {
      if (!call) throw new Error("The leg has no call yet.");
      return call;
    });
    const to = parameters.To ?? "";
    const telephone = phoneNumberOf(access.identity);
    if (telephone) {
      call = callFromPage(this.#world, { from: telephone, to, leg });
    } else {
      const from = `client:${access.identity}`;
      call = this.engine.callFromClient({ from, to, leg, parameters }, application);
    }
  }

  #endpointOf(address: string): Endpoint {
    const identity = /^client:(.*)$/.exec(address)?.[1];
    if (identity === undefined) return this.#telephone(address);
    if (identity === this.context.config.echoIdentity) return echoEndpoint(this.clock);
    return clientEndpoint(this, identity);
  }

  #telephone(number: string): Endpoint {
    const identity = phoneIdentity(number);
    const isPage = this.devicesOf(identity).length > 0;
    return telephoneEndpoint(this.#world, number, isPage ? clientEndpoint(this, identity) : null);
  }

  get #world() {
    const { phones, config } = this.context;
    return { phones, config, clock: this.clock, calls: this.engine };
  }
}
