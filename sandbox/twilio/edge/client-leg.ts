import { randomUUID } from "node:crypto";
import type { Call } from "../calls/call.ts";
import type { Leg } from "../calls/leg.ts";
import { Listeners } from "../listeners.ts";
import { faultyLine } from "../media/media-line.ts";
import type { Peer } from "../media/peer.ts";
import type { DeviceSocket } from "./device-socket.ts";
import type { VoiceEdge } from "./edge.ts";
import type { Party, PartyMessage } from "./party.ts";

/** A browser that calls or has answered; survives its socket for the reconnect window. */
export class ClientLeg implements Leg, Party {
  /** Lets the SDK take the call up again on a new socket. */
  readonly reconnectToken = randomUUID();
  readonly audio: Peer;
  readonly #edge: VoiceEdge;
  readonly #call: () => Call;
  #socket: DeviceSocket | null;
  /** The id under which the SDK knows the call: its own until it has heard the CallSid. */
  #id: string;
  #isOver = false;
  readonly #digits = new Listeners<string>();
  readonly isMachine = false;
  #stopWindow: (() => void) | undefined;

  constructor(edge: VoiceEdge, socket: DeviceSocket, id: string, audio: Peer, call: () => Call) {
    this.#edge = edge;
    this.#socket = socket;
    this.#id = id;
    this.#call = call;
    this.audio = audio;
    audio.line = faultyLine(edge.context.faults, socket.subject, edge.clock);
    socket.parties.set(id, this);
    edge.legs.set(this.reconnectToken, this);
  }

  ringing(): void {
    if (this.#call().isAnswered) return;
    this.#learn();
    this.#socket?.send("ringing", { callsid: this.#id });
  }

  answer(): void {
    this.#learn();
    this.#socket?.send("answer", {
      callsid: this.#id,
      sdp: this.audio.localSdp,
      reconnect: this.reconnectToken,
    });
  }

  hangUp(): void {
    if (this.#isOver) return;
    this.#socket?.send("hangup", { callsid: this.#id });
    this.#end();
  }

  onDigit(listener: (digit: string) => void): () => void {
    return this.#digits.add(listener);
  }

  /** What a person says in a browser is sound alone. */
  onSpeech(): () => void {
    return () => {};
  }

  caption(): void {}

  hearDigit(): void {}

  prompt(): void {}

  async onMessage(message: PartyMessage): Promise<void> {
    switch (message.type) {
      case "hangup":
      case "reject":
        return this.#leave(message.type);
      case "dtmf":
        return this.#press(message.payload.dtmf);
      case "reinvite":
        return this.#restartIce(message.payload.sdp);
    }
  }

  onLost(windowSeconds: number): void {
    this.#socket = null;
    // Before the answer the SDK holds no reconnect token, so it gives the call up.
    const seconds = this.#call().isAnswered ? windowSeconds : 0;
    this.#call().note(`Socket lost, ${seconds} s to return`);
    if (seconds === 0) this.#leave("socket lost");
    else {
      this.#stopWindow = this.#edge.clock.after(seconds * 1000, () => {
        this.#leave("not back in time");
      });
    }
  }

  /** The SDK takes the call up again, on the old media or, after a reload, with a new offer. */
  async resume(socket: DeviceSocket, sdp: string): Promise<void> {
    this.#stopWindow?.();
    if (this.#socket !== socket) this.#call().note("Socket back");
    this.#socket?.parties.delete(this.#id);
    this.#socket = socket;
    socket.parties.set(this.#id, this);
    if (!this.audio.knows(sdp)) await this.audio.replace(sdp);
    this.answer();
  }

  #press(keys: string): void {
    this.#call().note(`Digits: ${keys}`);
    for (const key of keys) if (/[\d*#]/.test(key)) this.#digits.tell(key);
  }

  async #restartIce(offer: string): Promise<void> {
    this.#call().note("ICE restart");
    const { connected } = await this.audio.restartIce(offer);
    this.answer();
    this.#edge.settle(connected);
  }

  #learn(): void {
    const { sid } = this.#call();
    if (this.#id === sid) return;
    // The old id stays good: a hang-up under it may be on its way.
    this.#id = sid;
    this.#socket?.parties.set(sid, this);
  }

  /** The far end has gone by itself. */
  #leave(reason: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#call().note(`Far end: ${reason}`);
    this.#edge.engine.hangUp(this.#call());
  }

  #end(): void {
    this.#isOver = true;
    this.#stopWindow?.();
    this.#edge.legs.delete(this.reconnectToken);
    this.#socket?.forget(this);
    this.#edge.settle(this.audio.close());
  }
}
