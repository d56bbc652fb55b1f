import type { RoomPeer } from "../media/room-peer.ts";
import type { Description } from "./messages.ts";

/** The connection that is negotiated. */
type NegotiablePeer = Pick<RoomPeer, "connected" | "answer" | "offer" | "accept">;

interface NegotiationHooks {
  /** Sends a description to the browser. */
  send(description: Description): void;
  /** Adds to the connection what the next offer is to contain. */
  prepare(): void;
  /** Takes the failure of a description; nothing is negotiated after it. */
  failed(error: unknown): void;
}

/** Offers and answers of one connection, one at a time, numbered as the SDK numbers them. */
export class Negotiation {
  readonly #peer: NegotiablePeer;
  readonly #hooks: NegotiationHooks;
  #revision: number;
  /** An offer of ours that the browser has not answered. */
  #offered: { description: Description; answered: (sdp: string) => void } | null = null;
  #isRequested = false;
  #queue: Promise<void> = Promise.resolve();

  /** @param revision of the browser's first offer, which has been answered */
  constructor(peer: NegotiablePeer, revision: number, hooks: NegotiationHooks) {
    this.#peer = peer;
    this.#revision = revision;
    this.#hooks = hooks;
    // werift cannot negotiate while it connects.
    this.#enqueue(() => peer.connected);
  }

  /** The offer that a browser must be told again when it was away. */
  get outstanding(): Description | undefined {
    return this.#offered?.description;
  }

  /** Takes an offer or answer of the browser's; one that it has told before counts for nothing. */
  heed(description: Description): void {
    const { type, revision } = description;
    if (type === "answer" && revision === this.#offered?.description.revision) {
      const { answered } = this.#offered;
      this.#offered = null;
      answered(description.sdp);
      return;
    }
    // The browser takes back an offer that has crossed ours, and repeats it afterwards.
    if (type !== "offer" || this.#offered || revision <= this.#revision) return;
    this.#revision = revision;
    this.#enqueue(async () => {
      const sdp = await this.#peer.answer(description.sdp);
      this.#hooks.send({ type: "answer", revision, sdp });
    });
  }

  /** Offers what has changed, once, however often it is asked before its turn comes. */
  request(): void {
    if (this.#isRequested) return;
    this.#isRequested = true;
    this.#enqueue(() => this.#offer());
  }

  async #offer(): Promise<void> {
    this.#isRequested = false;
    this.#hooks.prepare();
    const sdp = await this.#peer.offer();
    this.#revision += 1;
    const description: Description = { type: "offer", revision: this.#revision, sdp };
    const answer = new Promise<string>((answered) => {
      this.#offered = { description, answered };
    });
    this.#hooks.send(description);
    await this.#peer.accept(await answer);
  }

  #enqueue(task: () => Promise<unknown>): void {
    this.#queue = this.#queue.then(async () => {
      await task();
    });
    this.#queue.catch((error: unknown) => this.#hooks.failed(error));
  }
}
