import type { Outlet } from "../media/outlet.ts";
import type { RoomPeer } from "../media/room-peer.ts";
import type { Publication } from "./conference.ts";
import type { RoomState } from "./messages.ts";

/** What one browser receives: every track of the others, but for those it does not show. */
export class Subscriptions {
  readonly #peer: RoomPeer;
  readonly #outlets = new Map<string, Outlet>();
  #revision = 0;

  constructor(peer: RoomPeer) {
    this.#peer = peer;
  }

  /** Lets go of what is no longer published; says whether anything has to be negotiated. */
  drop(publications: ReadonlyMap<string, Publication>): boolean {
    const gone = [...this.#outlets].filter(([sid]) => !publications.has(sid));
    for (const [sid, outlet] of gone) {
      outlet.detach();
      this.#outlets.delete(sid);
    }
    const isNew = [...publications.keys()].some((sid) => !this.#outlets.has(sid));
    return gone.length > 0 || isNew;
  }

  /** Takes up what is newly published; it flows after the next offer and answer. */
  add(publications: ReadonlyMap<string, Publication>): void {
    for (const [sid, { track, source }] of publications) {
      if (this.#outlets.has(sid) || track.kind === "data") continue;
      const outlet = this.#peer.outlet(track.kind);
      outlet.attach(sid, source);
      this.#outlets.set(sid, outlet);
    }
  }

  /** What the SDK has to know to find the tracks; each telling outdoes the last. */
  tell(): NonNullable<RoomState["subscribed"]> {
    this.#revision += 1;
    const tracks = [...this.#outlets.keys()].map(
      (sid) => ({ sid, id: sid, state: "ready" }) as const,
    );
    return { revision: this.#revision, tracks };
  }

  /** @returns whether there is such a track */
  setShown(trackSid: string, isShown: boolean): boolean {
    const outlet = this.#outlets.get(trackSid);
    outlet?.setPaused(!isShown);
    return outlet !== undefined;
  }
}
