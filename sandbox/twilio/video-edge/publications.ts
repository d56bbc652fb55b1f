import type { RoomPeer } from "../media/room-peer.ts";
import type { Participant } from "../rooms/participant.ts";
import { RoomError, reasons } from "../rooms/room-error.ts";
import type { Conference } from "./conference.ts";
import type { LocalTrack, Published } from "./messages.ts";

/** What one browser publishes, by its own ids. */
export class Publications {
  readonly #conference: Conference;
  readonly #participant: Participant;
  readonly #peer: RoomPeer;
  readonly #entries = new Map<string, Published["tracks"][number]>();
  #revision = 0;

  constructor(conference: Conference, participant: Participant, peer: RoomPeer) {
    this.#conference = conference;
    this.#participant = participant;
    this.#peer = peer;
  }

  /** Makes the room's view that of the browser; says whether a track has come or gone. */
  update(tracks: readonly LocalTrack[]): boolean {
    const wanted = new Set(tracks.map(({ id }) => id));
    const gone = [...this.#entries].filter(([id]) => !wanted.has(id));
    for (const [id, entry] of gone) {
      this.#entries.delete(id);
      this.#peer.dropInlet(id);
      if (entry.state === "ready") this.#participant.unpublish(entry.sid);
    }
    const added = tracks.filter(({ id }) => !this.#entries.has(id));
    for (const track of added) this.#entries.set(track.id, this.#publish(track));
    for (const { id, enabled } of tracks) {
      const entry = this.#entries.get(id);
      if (entry?.state === "ready") this.#participant.setEnabled(entry.sid, enabled);
    }
    return gone.length + added.length > 0;
  }

  /** What has become of each track; each telling outdoes the last. */
  tell(): Published {
    this.#revision += 1;
    return { revision: this.#revision, tracks: [...this.#entries.values()] };
  }

  #publish({ id, kind, name, enabled }: LocalTrack): Published["tracks"][number] {
    try {
      // Nothing carries data from one browser to another here.
      if (kind === "data") throw new RoomError(reasons.trackKind);
      const source = this.#peer.inlet(id);
      const { sid } = this.#conference.publish(this.#participant, { kind, name, enabled }, source);
      return { id, sid, state: "ready" };
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      const { code, message } = error;
      return { id, state: "failed", error: { code, message } };
    }
  }
}
