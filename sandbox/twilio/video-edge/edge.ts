import type { WebSocket } from "ws";
import type { Clock } from "../calls/clock.ts";
import type { EngineBase } from "../context.ts";
import { watchFaults } from "../faults.ts";
import type { Room } from "../rooms/room.ts";
import { RoomError } from "../rooms/room-error.ts";
import { tokenErrors, type VideoAccess, verifyVideoToken } from "./access.ts";
import { ClientSocket } from "./client-socket.ts";
import { Conference } from "./conference.ts";
import type { Body, Connect, Sync } from "./messages.ts";
import { Session } from "./session.ts";

const roomNotFound = { code: 53106, message: "Room not found" };
const otherRoom = { code: 53104, message: "Unable to connect to Room" };
const tooLate = { code: 53204, message: "Participant not found" };

/** Where browsers join video rooms: Twilio's `vss` servers. */
export class VideoEdge {
  readonly context: EngineBase;
  readonly clock: Clock;
  /** Every browser in a room, by the session that resumes its stay. */
  readonly sessions = new Map<string, Session>();
  readonly #conferences = new Map<Room, Conference>();
  readonly #sockets = new Set<ClientSocket>();
  readonly #stopFaults: () => void;

  constructor(context: EngineBase, clock: Clock) {
    this.context = context;
    this.clock = clock;
    this.#stopFaults = watchFaults(context.faults, this.#sockets);
  }

  open(socket: WebSocket): void {
    this.#sockets.add(new ClientSocket(this, socket));
  }

  forget(socket: ClientSocket): void {
    this.#sockets.delete(socket);
  }

  /** Serves what an SDK asks; tells it by code what it may not. */
  async receive(socket: ClientSocket, body: Body): Promise<void> {
    try {
      await this.#serve(socket, body);
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      socket.send({ type: "error", code: error.code, message: error.message });
    }
  }

  /** The live side of a room. */
  conferenceOf(room: Room): Conference {
    const known = this.#conferences.get(room);
    if (known) return known;
    const conference = new Conference(room, this.clock);
    this.#conferences.set(room, conference);
    return conference;
  }

  /** Logs the failure of work that nobody waits for. */
  settle(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.context.log(`Video edge: ${trace}`);
    });
  }

  close(): void {
    this.#stopFaults();
    for (const conference of this.#conferences.values()) conference.close();
    for (const socket of this.#sockets) socket.cut();
  }

  async #serve(socket: ClientSocket, body: Body): Promise<void> {
    switch (body.type) {
      case "ice":
        this.#verify(socket, body.token);
        return socket.send({ type: "iced", version: 1, ice_servers: [] });
      case "connect":
        return this.#connect(socket, body);
      case "sync":
        return this.#resume(socket, body);
      case "update":
        return this.sessions.get(body.session)?.heed(body);
      case "disconnect":
        return this.sessions.get(body.session ?? "")?.leave();
    }
  }

  async #connect(socket: ClientSocket, message: Connect): Promise<void> {
    const { identity, room: granted } = this.#verify(socket, message.token);
    const room = this.context.rooms.find(message.name ?? granted ?? "");
    if (!room) throw new RoomError(roomNotFound);
    if (granted !== null && granted !== room.sid && granted !== room.uniqueName) {
      throw new RoomError(otherRoom);
    }
    if (socket.refuseIfFaulty()) return;
    const conference = this.conferenceOf(room);
    const session = await Session.open({ edge: this, socket, conference, identity, message });
    if (session) this.sessions.set(session.id, session);
  }

  #resume(socket: ClientSocket, message: Sync): void {
    const { identity } = this.#verify(socket, message.token);
    if (socket.refuseIfFaulty()) return;
    const session = this.sessions.get(message.session);
    if (session?.participant.identity !== identity) throw new RoomError(tooLate);
    session.resume(socket, message);
  }

  #verify(socket: ClientSocket, token: string): VideoAccess {
    const { keys, faults } = this.context;
    const access = verifyVideoToken(token, keys, this.clock.now());
    socket.identity = access.identity;
    if (faults.expires(socket.subject, access.issuedAt)) {
      throw new RoomError(tokenErrors.expired);
    }
    return access;
  }
}
