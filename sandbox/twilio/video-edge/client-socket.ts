import type { WebSocket } from "ws";
import type { FaultKind } from "../faults.ts";
import { LateLine } from "../late-line.ts";
import { parseJson } from "../parse-json.ts";
import type { VideoEdge } from "./edge.ts";
import {
  type Body,
  type Frame,
  frameSchema,
  type ServerBody,
  type ServerFrame,
} from "./messages.ts";
import type { Session } from "./session.ts";

/** As many heartbeats as the SDK misses before it gives a socket up. */
const missedHeartbeats = 3;

/** One socket of an SDK: keeps it alive, and passes on what is said of a room. */
export class ClientSocket {
  readonly #edge: VideoEdge;
  readonly #socket: WebSocket;
  readonly #line: LateLine;
  session: Session | null = null;
  /** Whose it is, once a token has said so. */
  identity = "";
  /** Milliseconds between heartbeats, as the SDK wishes. */
  #timeout = 5000;
  #stopWaiting = () => {};
  isClosed = false;

  constructor(edge: VideoEdge, socket: WebSocket) {
    this.#edge = edge;
    this.#socket = socket;
    this.#line = new LateLine(edge.clock);
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("close", () => this.#closed());
    // A broken frame or reset also closes the socket, which is where it is dealt with.
    socket.on("error", (error) => edge.context.log(`Video socket: ${error.message}`));
    this.#wait();
  }

  send(body: ServerBody): void {
    const kinds: FaultKind[] = ["drop", "delay", "slow"];
    const fault = this.#edge.context.faults.take("edge", this.subject, { kinds });
    if (fault?.kind === "drop") return;
    this.#line.carry(fault?.delayMs ?? 0, () => this.#write({ type: "msg", body }));
  }

  /** Ends the socket without a closing handshake, as a lost network does. */
  cut(): void {
    this.#socket.terminate();
  }

  heedFaults(): void {
    this.#cutBy(["cut"]);
  }

  /** For a socket that asks for something: @returns whether a fault has cut it */
  refuseIfFaulty(): boolean {
    return this.#cutBy(["cut", "refuse"]);
  }

  /** What a fault's `match` is compared with. */
  get subject(): string {
    return `video ${this.identity}`;
  }

  #receive(text: string): void {
    const frame = frameSchema.safeParse(parseJson(text));
    this.#wait();
    if (!frame.success) this.#write({ type: "bad", reason: "Malformed message" });
    else this.#heed(frame.data);
  }

  #heed(frame: Frame): void {
    switch (frame.type) {
      case "hello":
        this.#timeout = frame.timeout;
        this.#write({ type: "welcome", negotiatedTimeout: this.#timeout });
        if (frame.body) this.#pass(frame.body);
        break;
      case "heartbeat":
        this.#write({ type: "heartbeat" });
        break;
      case "msg":
        this.#pass(frame.body);
        break;
      case "bye":
        this.#socket.close(1000);
    }
  }

  #pass(body: Body): void {
    this.#edge.settle(this.#edge.receive(this, body));
  }

  #cutBy(kinds: FaultKind[]): boolean {
    const fault = this.#edge.context.faults.take("edge", this.subject, { kinds });
    if (fault) this.cut();
    return fault !== undefined;
  }

  #wait(): void {
    this.#stopWaiting();
    const limit = this.#timeout * missedHeartbeats;
    this.#stopWaiting = this.#edge.clock.after(limit, () => this.cut());
  }

  #write(frame: ServerFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #closed(): void {
    this.isClosed = true;
    this.#stopWaiting();
    this.#edge.forget(this);
    this.session?.onLost(this);
  }
}
