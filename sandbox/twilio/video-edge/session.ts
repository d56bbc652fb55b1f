import { randomUUID } from "node:crypto";
import { faultyLine } from "../media/media-line.ts";
import { RoomPeer } from "../media/room-peer.ts";
import type { Participant } from "../rooms/participant.ts";
import type { Connection } from "../rooms/room.ts";
import { type EndReason, RoomError, reasons } from "../rooms/room-error.ts";
import type { ClientSocket } from "./client-socket.ts";
import { type Conference, type Member, stateOf } from "./conference.ts";
import type { VideoEdge } from "./edge.ts";
import { MediaSignals } from "./media-signals.ts";
import type { Connect, Description, RoomState, ServerBody, Update } from "./messages.ts";
import { Negotiation } from "./negotiation.ts";
import { Publications } from "./publications.ts";
import { Subscriptions } from "./subscriptions.ts";

const invalidMessage = { code: 53004, message: "Client sent an invalid signaling message" };
const cannotApply = {
  code: 53403,
  message: "Server is unable to apply a remote media description",
};

interface Opening {
  edge: VideoEdge;
  socket: ClientSocket;
  conference: Conference;
  identity: string;
  message: Connect;
}

/** A browser's stay in a room; survives its socket for the session timeout. */
export class Session implements Member, Connection {
  /** Lets the SDK take the stay up again on a new socket. */
  readonly id = randomUUID();
  readonly participant: Participant;
  readonly #edge: VideoEdge;
  readonly #conference: Conference;
  readonly #peer: RoomPeer;
  readonly #peerId: string;
  readonly #negotiation: Negotiation;
  readonly #publications: Publications;
  readonly #subscriptions: Subscriptions;
  readonly #signals: MediaSignals;
  #socket: ClientSocket | null;
  #isOver = false;
  #stopTimeout = () => {};

  private constructor(opening: Opening, peer: RoomPeer, peerId: string, answer: Description) {
    const { edge, socket, conference, identity, message } = opening;
    this.#edge = edge;
    this.#conference = conference;
    this.#peer = peer;
    this.#peerId = peerId;
    this.#socket = socket;
    this.participant = conference.room.connect(identity, this);
    this.#publications = new Publications(conference, this.participant, peer);
    this.#subscriptions = new Subscriptions(peer);
    this.#signals = new MediaSignals(
      conference,
      this,
      this.#subscriptions,
      message.media_signaling,
    );
    this.#negotiation = new Negotiation(peer, answer.revision, {
      prepare: () => {
        this.#signals.open(peer);
        peer.company = conference.othersOf(this).length;
        this.#subscriptions.add(conference.publicationsFor(this));
      },
      send: (description) =>
        this.#tell({
          peer_connections: [{ id: peerId, description }],
          subscribed: this.#subscriptions.tell(),
        }),
      failed: (error) => this.#fail(error),
    });
    socket.session = this;
    conference.join(this);
    this.#publications.update(message.participant.tracks);
    this.#welcome(answer);
    this.#negotiation.request();
  }

  /**
   * Lets a browser into a room and tells it what it finds there; null when it has gone meanwhile.
   * @throws RoomError when the room does not let the person in, or the browser offers no media
   */
  static async open(opening: Opening): Promise<Session | null> {
    const [offered] = opening.message.peer_connections;
    if (offered?.description?.type !== "offer") throw new RoomError(invalidMessage);
    const { revision, sdp } = offered.description;
    const { edge, socket } = opening;
    const line = faultyLine(edge.context.faults, socket.subject, edge.clock);
    const peer = new RoomPeer((work) => edge.settle(work), line);
    let session: Session | null = null;
    try {
      const answer = { type: "answer", revision, sdp: await peer.answer(sdp) } as const;
      if (!opening.socket.isClosed) session = new Session(opening, peer, offered.id, answer);
    } finally {
      if (!session) await peer.close();
    }
    return session;
  }

  /** Takes what the browser says of itself. */
  heed({ participant, peer_connections }: Update): void {
    if (participant && this.#publications.update(participant.tracks)) {
      this.#tell({ published: this.#publications.tell() });
    }
    for (const connection of peer_connections) {
      const description = connection?.description;
      if (description && description.type !== "close") this.#negotiation.heed(description);
    }
  }

  changed(others: readonly Participant[]): void {
    const needsOffer = this.#subscriptions.drop(this.#conference.publicationsFor(this));
    this.#tell({ participants: others.map(stateOf), subscribed: this.#subscriptions.tell() });
    if (needsOffer) this.#negotiation.request();
  }

  spoken(): void {
    this.#signals.tellSpeaker();
  }

  /** The browser is back on a new socket. */
  resume(socket: ClientSocket, state: Update): void {
    this.#stopTimeout();
    const before = this.#socket;
    this.#socket = socket;
    socket.session = this;
    before?.cut();
    this.participant.setReconnecting(false);
    this.#send({
      type: "synced",
      ...this.#whole(),
      peer_connections: [{ id: this.#peerId, description: this.#negotiation.outstanding }],
    });
    this.heed(state);
  }

  /** A socket is gone; the browser may be back within the session timeout. */
  onLost(socket: ClientSocket): void {
    if (this.#isOver || this.#socket !== socket) return;
    this.#socket = null;
    this.participant.setReconnecting(true);
    const limit = this.#edge.context.config.videoSessionSeconds * 1000;
    this.#stopTimeout = this.#edge.clock.after(limit, () => this.leave());
  }

  /** The browser has left by itself, or has not come back. */
  leave(): void {
    this.#close();
    this.#conference.room.disconnect(this.participant);
  }

  end(reason: EndReason | null): void {
    if (this.#isOver) return;
    if (reason === null) this.#send({ type: "disconnected", status: "disconnected" });
    else if (reason.code === reasons.roomCompleted.code) {
      this.#send({ type: "disconnected", status: "completed" });
    } else this.#send({ type: "error", ...reason });
    this.#close();
  }

  #welcome(answer: Description): void {
    const { sid, uniqueName, settings } = this.#conference.room;
    this.#send({
      type: "connected",
      session: this.id,
      sid,
      name: uniqueName,
      options: {
        session_timeout: this.#edge.context.config.videoSessionSeconds,
        signaling_region: "us1",
        media_region: settings.mediaRegion,
      },
      recording: { enabled: false, revision: 1 },
      media_signaling: this.#signals.announce(),
      ...this.#whole(),
      peer_connections: [{ id: this.#peerId, description: answer }],
    });
  }

  #whole(): RoomState {
    const { sid, identity, revision } = this.participant;
    return {
      participant: { sid, identity, revision },
      participants: this.#conference.othersOf(this).map(stateOf),
      published: this.#publications.tell(),
      subscribed: this.#subscriptions.tell(),
    };
  }

  #tell(state: RoomState): void {
    this.#send({ type: "update", ...state });
  }

  #send(body: ServerBody): void {
    this.#socket?.send(body);
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#edge.settle(Promise.reject(error));
    this.#conference.room.remove(this.participant, cannotApply);
  }

  #close(): void {
    this.#isOver = true;
    this.#stopTimeout();
    this.#conference.leave(this);
    this.#edge.sessions.delete(this.id);
    this.#edge.settle(this.#peer.close());
  }
}
