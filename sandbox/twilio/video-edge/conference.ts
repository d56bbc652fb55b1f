import type { Clock } from "../calls/clock.ts";
import type { MediaSource } from "../media/packet.ts";
import type { NewTrack, Participant, PublishedTrack } from "../rooms/participant.ts";
import type { Room } from "../rooms/room.ts";
import { DominantSpeaker } from "./dominant-speaker.ts";
import type { ParticipantState } from "./messages.ts";

/** A track that others can receive. */
export interface Publication {
  track: PublishedTrack;
  source: MediaSource;
}

/** Whoever is to hear of what changes in a room. */
export interface Member {
  participant: Participant;
  /** Somebody else has come, changed or gone. */
  changed(others: readonly Participant[]): void;
  /** Somebody has begun to speak, by SID; null when that one has gone or muted. */
  spoken(speaker: string | null): void;
  /** Goes, as by its own wish. */
  leave(): void;
}

const listenEveryMs = 250;

/** The live side of a room: who hears of what, and where the published tracks come from. */
export class Conference {
  readonly room: Room;
  readonly #members = new Set<Member>();
  readonly #sources = new Map<string, MediaSource>();
  readonly #clock: Clock;
  readonly #dominant = new DominantSpeaker();
  #dirty = new Set<Participant>();
  #stopListening: (() => void) | null = null;
  /** SID of the participant who speaks, or spoke last. */
  speaker: string | null = null;
  /** Level of each participant's network, 1 to 5, by SID. */
  readonly quality = new Map<string, number>();

  constructor(room: Room, clock: Clock) {
    this.room = room;
    this.#clock = clock;
    room.onEvent((event) => {
      if ("participant" in event) this.#note(event.participant);
      if (event.name === "track-removed") this.#sources.delete(event.track.sid);
      if (event.name === "participant-disconnected") this.quality.delete(event.participant.sid);
    });
  }

  join(member: Member): void {
    this.#members.add(member);
    if (!this.#stopListening) this.#listenLater();
  }

  leave(member: Member): void {
    this.#members.delete(member);
    if (this.#members.size > 0) return;
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** Sends everybody home. */
  close(): void {
    for (const member of this.#members) member.leave();
  }

  /** @throws RoomError when the room does not take the track */
  publish(participant: Participant, track: NewTrack, source: MediaSource): PublishedTrack {
    const published = participant.publish(track);
    this.#sources.set(published.sid, source);
    return published;
  }

  /** What the others publish, by track SID. */
  publicationsFor(member: Member): Map<string, Publication> {
    const others = this.othersOf(member).flatMap((participant) => participant.tracks());
    const known = others.flatMap((track) => {
      const source = this.#sources.get(track.sid);
      return source ? [[track.sid, { track, source }] as const] : [];
    });
    return new Map(known);
  }

  othersOf({ participant }: Member): Participant[] {
    return this.room.participants().filter((other) => other !== participant);
  }

  #listenLater(): void {
    this.#stopListening = this.#clock.after(listenEveryMs, () => this.#listen());
  }

  #listen(): void {
    this.#listenLater();
    const heard = this.room.participants().flatMap((participant) => {
      const sounds = participant
        .tracks()
        .filter(({ kind, enabled }) => kind === "audio" && enabled);
      const energies = sounds.map(({ sid }) => this.#sources.get(sid)?.takeEnergy() ?? 0);
      return energies.length > 0 ? [[participant.sid, Math.max(...energies)] as const] : [];
    });
    const speaker = this.#dominant.follow(new Map(heard));
    if (speaker === this.speaker) return;
    this.speaker = speaker;
    for (const member of this.#members) member.spoken(speaker);
  }

  /** Tells of all that happens in one go at once. */
  #note(participant: Participant): void {
    if (this.#dirty.size === 0) queueMicrotask(() => this.#tell());
    this.#dirty.add(participant);
  }

  #tell(): void {
    const changed = [...this.#dirty];
    this.#dirty = new Set();
    for (const member of this.#members) {
      const others = changed.filter((participant) => participant !== member.participant);
      if (others.length > 0) member.changed(others);
    }
  }
}

/** A participant as the SDKs of the others are told of it. */
export function stateOf(participant: Participant): ParticipantState {
  const { sid, identity, status: state, revision } = participant;
  const tracks = participant.tracks().map(({ sid: trackSid, name, kind, enabled }) => ({
    sid: trackSid,
    name,
    kind,
    enabled,
    priority: "standard",
  }));
  return { sid, identity, state, revision, tracks };
}
