import { newSid } from "../sids.ts";
import { RoomError, reasons } from "./room-error.ts";

export type ParticipantStatus = "connected" | "reconnecting" | "disconnected";
export type TrackKind = "audio" | "video" | "data";

export interface NewTrack {
  kind: TrackKind;
  name: string;
  enabled: boolean;
}

/** A track as the others in the room may subscribe to it; times in epoch ms. */
export interface PublishedTrack extends NewTrack {
  readonly sid: string;
  readonly dateCreated: number;
  dateUpdated: number;
}

export type TrackEvent = "track-added" | "track-removed" | "track-enabled" | "track-disabled";

export interface NewParticipant {
  identity: string;
  roomSid: string;
  /** Refuses the other kinds with 53125. */
  kinds: readonly TrackKind[];
  now(): number;
  /** Told after each change of a track. */
  trackChanged(name: TrackEvent, track: PublishedTrack): void;
  /** Told when the status moves between connected and reconnecting. */
  statusChanged(): void;
}

/** One stay of a person in a room, with what they publish; times in epoch ms. */
export class Participant {
  readonly sid = newSid("PA");
  readonly roomSid: string;
  readonly identity: string;
  readonly startTime: number;
  status: ParticipantStatus = "connected";
  endTime: number | null = null;
  dateUpdated: number;
  /** Counts every change; clients ignore a state that is not newer than the last. */
  revision = 1;
  readonly #new: NewParticipant;
  readonly #tracks = new Map<string, PublishedTrack>();

  constructor(input: NewParticipant) {
    this.#new = input;
    this.roomSid = input.roomSid;
    this.identity = input.identity;
    this.startTime = this.dateUpdated = input.now();
  }

  /** Whole seconds, known once the participant has left. */
  get duration(): number | null {
    return this.endTime === null ? null : Math.round((this.endTime - this.startTime) / 1000);
  }

  /** What is published now, oldest first. */
  tracks(): PublishedTrack[] {
    return [...this.#tracks.values()];
  }

  /** @throws RoomError 53125 for a kind the room does not take, 53304 for a name in use */
  publish({ kind, name, enabled }: NewTrack): PublishedTrack {
    if (!this.#new.kinds.includes(kind)) throw new RoomError(reasons.trackKind);
    if (this.tracks().some((track) => track.name === name)) {
      throw new RoomError(reasons.trackNameTaken);
    }
    const now = this.#new.now();
    const track = { sid: newSid("MT"), kind, name, enabled, dateCreated: now, dateUpdated: now };
    this.#tracks.set(track.sid, track);
    this.#changed("track-added", track);
    return track;
  }

  /** Does nothing for a track that is not published. */
  unpublish(trackSid: string): void {
    const track = this.#tracks.get(trackSid);
    if (!track) return;
    this.#tracks.delete(trackSid);
    this.#changed("track-removed", track);
  }

  /** Pauses or unpauses a track; does nothing when that changes nothing. */
  setEnabled(trackSid: string, enabled: boolean): void {
    const track = this.#tracks.get(trackSid);
    if (!track || track.enabled === enabled) return;
    track.enabled = enabled;
    this.#changed(enabled ? "track-enabled" : "track-disabled", track);
  }

  /** Says that the client's socket is gone, or back; does nothing once the participant has left. */
  setReconnecting(reconnecting: boolean): void {
    const status = reconnecting ? "reconnecting" : "connected";
    if (this.status === "disconnected" || this.status === status) return;
    this.status = status;
    this.#touch();
    this.#new.statusChanged();
  }

  /** Takes the tracks away and closes the stay; called by the room alone. */
  leave(): void {
    for (const track of this.tracks()) this.unpublish(track.sid);
    this.status = "disconnected";
    this.#touch();
    this.endTime = this.dateUpdated;
  }

  #changed(name: TrackEvent, track: PublishedTrack): void {
    this.#touch();
    track.dateUpdated = this.dateUpdated;
    this.#new.trackChanged(name, track);
  }

  #touch(): void {
    this.dateUpdated = this.#new.now();
    this.revision += 1;
  }
}
