import type { Clock } from "../calls/clock.ts";
import { newSid } from "../sids.ts";
import {
  Participant,
  type PublishedTrack,
  type TrackEvent,
  type TrackKind,
} from "./participant.ts";
import { type EndReason, RoomError, reasons } from "./room-error.ts";

/** What is decided when a room is created. */
export interface RoomSettings {
  /** The SID when absent. */
  uniqueName: string | null;
  maxParticipants: number;
  /** Seconds. */
  maxParticipantDuration: number;
  /** Minutes after the last participant has left. */
  emptyRoomTimeout: number;
  /** Minutes for the first participant to come. */
  unusedRoomTimeout: number;
  audioOnly: boolean;
  recordParticipantsOnConnect: boolean;
  largeRoom: boolean;
  mediaRegion: string;
  videoCodecs: readonly ("VP8" | "H264")[];
  statusCallback: string | null;
  statusCallbackMethod: "GET" | "POST";
}

/** What the room does to a participant's client. */
export interface Connection {
  /**
   * The participant is out; the client must be told why and let go. 53118 when the room was
   * completed; null when the participant was removed by REST, for which there is no code.
   */
  end(reason: EndReason | null): void;
}

/** One step in a room's life, under the name its status callback has. */
export type RoomEvent =
  | { name: "room-created" | "room-ended" }
  | { name: "participant-connected" | "participant-disconnected"; participant: Participant }
  | { name: TrackEvent; participant: Participant; track: PublishedTrack }
  /** Without a callback: the participant went to or came back from `reconnecting`. */
  | { name: "participant-updated"; participant: Participant };

const audioKinds: readonly TrackKind[] = ["audio", "data"];
const allKinds: readonly TrackKind[] = ["audio", "video", "data"];

/** A video room: who is in it, and when it ends by itself; times in epoch ms. */
export class Room {
  readonly sid = newSid("RM");
  readonly uniqueName: string;
  readonly type = "group";
  readonly settings: RoomSettings;
  readonly dateCreated: number;
  dateUpdated: number;
  endTime: number | null = null;
  /** Number of status callbacks sent so far. */
  sequence = 0;
  readonly #clock: Clock;
  readonly #all: Participant[] = [];
  readonly #live = new Map<Participant, { connection: Connection; cancelLimit(): void }>();
  readonly #listeners = new Set<(event: RoomEvent) => void>();
  #cancelTimeout = () => {};

  constructor(settings: RoomSettings, clock: Clock) {
    this.settings = settings;
    this.uniqueName = settings.uniqueName ?? this.sid;
    this.#clock = clock;
    this.dateCreated = this.dateUpdated = clock.now();
    this.#completeAfter(settings.unusedRoomTimeout);
  }

  get status(): "in-progress" | "completed" {
    return this.endTime === null ? "in-progress" : "completed";
  }

  /** Whole seconds, known once the room has ended. */
  get duration(): number | null {
    return this.endTime === null ? null : Math.round((this.endTime - this.dateCreated) / 1000);
  }

  /** Those who are in the room now, reconnecting ones too, in the order they came. */
  participants(): Participant[] {
    return [...this.#live.keys()];
  }

  /** Everybody who has ever been in, in the order they came. */
  everyone(): readonly Participant[] {
    return this.#all;
  }

  /** Calls back after each event; returns the unsubscriber. */
  onEvent(listener: (event: RoomEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Lets somebody in; an older participant of the same identity is ended with 53205.
   * @throws RoomError 53118 when the room has completed, 53105 when it is full
   */
  connect(identity: string, connection: Connection): Participant {
    if (this.endTime !== null) throw new RoomError(reasons.roomCompleted);
    const older = this.participants().find((participant) => participant.identity === identity);
    if (this.#live.size - (older ? 1 : 0) >= this.settings.maxParticipants) {
      throw new RoomError(reasons.roomFull);
    }
    if (older) this.remove(older, reasons.duplicateIdentity);
    this.#cancelTimeout();
    const participant = this.#newParticipant(identity);
    const cancelLimit = this.#clock.after(this.settings.maxParticipantDuration * 1000, () =>
      this.remove(participant, reasons.sessionTooLong),
    );
    this.#all.push(participant);
    this.#live.set(participant, { connection, cancelLimit });
    this.#emit({ name: "participant-connected", participant });
    return participant;
  }

  /** The participant has gone by itself; does nothing when it is no longer in the room. */
  disconnect(participant: Participant): void {
    const live = this.#live.get(participant);
    if (!live) return;
    live.cancelLimit();
    participant.leave();
    this.#live.delete(participant);
    this.#emit({ name: "participant-disconnected", participant });
    if (this.#live.size === 0) this.#completeAfter(this.settings.emptyRoomTimeout);
  }

  /** Puts a participant out and tells the client why, null when there is no code for it. */
  remove(participant: Participant, reason: EndReason | null): void {
    const live = this.#live.get(participant);
    this.disconnect(participant);
    live?.connection.end(reason);
  }

  /** Ends the room for everybody with 53118; does nothing when it has ended already. */
  complete(): void {
    if (this.endTime !== null) return;
    this.endTime = this.#clock.now();
    for (const participant of this.participants()) this.remove(participant, reasons.roomCompleted);
    this.#cancelTimeout();
    this.#emit({ name: "room-ended" });
  }

  /** Calls off every timer, leaving the room as it is. */
  close(): void {
    this.#cancelTimeout();
    for (const { cancelLimit } of this.#live.values()) cancelLimit();
  }

  #newParticipant(identity: string): Participant {
    const participant: Participant = new Participant({
      identity,
      roomSid: this.sid,
      kinds: this.settings.audioOnly ? audioKinds : allKinds,
      now: () => this.#clock.now(),
      trackChanged: (name, track) => this.#emit({ name, participant, track }),
      statusChanged: () => this.#emit({ name: "participant-updated", participant }),
    });
    return participant;
  }

  #completeAfter(minutes: number): void {
    this.#cancelTimeout();
    if (this.endTime !== null) return;
    this.#cancelTimeout = this.#clock.after(minutes * 60_000, () => this.complete());
  }

  #emit(event: RoomEvent): void {
    this.dateUpdated = this.#clock.now();
    for (const listener of this.#listeners) listener(event);
  }
}
