import type { Call } from "../calls/call.ts";
import type { Endpoint, Leg, RingObserver } from "../calls/leg.ts";
import { Peer } from "../media/peer.ts";
import { ClientLeg } from "./client-leg.ts";
import type { DeviceSocket } from "./device-socket.ts";
import type { VoiceEdge } from "./edge.ts";
import type { Party, PartyMessage } from "./party.ts";

/** One call ringing on one device. */
class Invitation implements Party {
  readonly #edge: VoiceEdge;
  readonly #socket: DeviceSocket;
  readonly #call: Call;
  readonly #observer: RingObserver;
  readonly #lost: () => void;
  #leg: ClientLeg | undefined;
  #peer: Peer | undefined;
  #isOver = false;

  constructor(
    edge: VoiceEdge,
    socket: DeviceSocket,
    call: Call,
    observer: RingObserver,
    lost: (invitation: Invitation) => void,
  ) {
    this.#edge = edge;
    this.#socket = socket;
    this.#call = call;
    this.#observer = observer;
    this.#lost = () => lost(this);
    socket.parties.set(call.sid, this);
  }

  async send(parameters: Record<string, string>): Promise<void> {
    const peer = await Peer.offering();
    if (this.#isOver) return peer.close();
    this.#peer = peer;
    const { sid, from, to } = this.#call;
    // It takes the invitation's place among the socket's parties once the device answers.
    this.#leg = new ClientLeg(this.#edge, this.#socket, sid, peer, () => this.#call);
    this.#socket.parties.set(sid, this);
    this.#socket.send("invite", {
      callsid: sid,
      sdp: peer.localSdp,
      reconnect: this.#leg.reconnectToken,
      parameters: {
        CallSid: sid,
        AccountSid: this.#edge.context.config.accountSid,
        From: from,
        To: to,
        ApiVersion: "2010-04-01",
        Params: new URLSearchParams(parameters).toString().replaceAll("+", "%20"),
      },
    });
  }

  async onMessage(message: PartyMessage): Promise<void> {
    if (this.#isOver) return;
    if (message.type === "answer" && this.#leg && this.#peer) {
      this.#isOver = true;
      this.#socket.parties.set(this.#call.sid, this.#leg);
      return this.#accept(this.#leg, this.#peer, message.payload.sdp);
    }
    if (message.type === "reject" || message.type === "hangup") {
      this.#call.note("Declined on a device");
      this.#withdraw();
      this.#observer.failed("busy");
    }
  }

  onLost(): void {
    if (this.#isOver) return;
    this.#withdraw();
    this.#lost();
  }

  cancel(): void {
    if (this.#isOver) return;
    this.#socket.send("cancel", { callsid: this.#call.sid });
    this.#withdraw();
  }

  async #accept(leg: ClientLeg, peer: Peer, answer: string): Promise<void> {
    try {
      await peer.accept(answer);
    } catch (error) {
      this.#withdraw();
      this.#observer.failed("failed");
      throw error;
    }
    this.#observer.answered(leg);
  }

  #withdraw(): void {
    this.#isOver = true;
    this.#socket.forget(this);
    if (this.#leg) this.#edge.legs.delete(this.#leg.reconnectToken);
    if (this.#peer) this.#edge.settle(this.#peer.close());
  }
}

/**
 * Rings every registered device of an identity; the first to answer has the call, a single
 * decline ends it for all. Without a registered device the call is `no-answer` at once, as
 * reported of Twilio in github.com/twilio/voice-quickstart-server-node/issues/19.
 */
export function clientEndpoint(edge: VoiceEdge, identity: string): Endpoint {
  return {
    ring(call, parameters, observer) {
      const ringing = new Set<Invitation>();
      const lost = (invitation: Invitation) => {
        ringing.delete(invitation);
        if (ringing.size === 0) observer.failed("no-answer");
      };
      const cancel = () => {
        for (const invitation of ringing) invitation.cancel();
      };
      const answered = (leg: Leg) => {
        cancel();
        observer.answered(leg);
      };
      for (const socket of edge.devicesOf(identity)) {
        ringing.add(new Invitation(edge, socket, call, { ...observer, answered }, lost));
      }
      if (ringing.size === 0) {
        call.note("No device is registered");
        observer.failed("no-answer");
      }
      for (const invitation of ringing) edge.settle(invitation.send(parameters));
      if (ringing.size > 0) observer.ringing();
      return cancel;
    },
  };
}
