import type { Clock } from "../../calls/clock.ts";
import type { Participant } from "../../rooms/participant.ts";
import type { Connection } from "../../rooms/room.ts";
import type { Conference, Member } from "../conference.ts";
import { type Film, Picture } from "./picture.ts";
import { Sound } from "./sound.ts";

/** Long enough for a caller whose page is slow to come in. */
const expectingMs = 40_000;

/** Long enough for somebody who reloads the page. */
const abandonedMs = 3000;

/** A person in a room without a browser: shows a film and sends back what the first one says. */
export class EchoGuest implements Member, Connection {
  readonly participant: Participant;
  readonly #conference: Conference;
  readonly #clock: Clock;
  readonly #sound: Sound;
  readonly #left: () => void;
  #hasMetSomebody = false;
  #stopWaiting = () => {};

  /**
   * @param film null in a call that is for voices alone
   * @param left told once the guest has gone, by itself or not
   * @throws RoomError when the room does not let it in
   */
  constructor(
    conference: Conference,
    identity: string,
    clock: Clock,
    film: Film | null,
    left: () => void,
  ) {
    this.#conference = conference;
    this.#clock = clock;
    this.#left = left;
    this.#sound = new Sound(clock);
    this.participant = conference.room.connect(identity, this);
    conference.join(this);
    const track = { name: "echo-sound", kind: "audio", enabled: true } as const;
    conference.publish(this.participant, track, this.#sound);
    if (film && !conference.room.settings.audioOnly) {
      const picture = { name: "echo-picture", kind: "video", enabled: true } as const;
      conference.publish(this.participant, picture, new Picture(film, clock));
    }
    this.changed();
  }

  /** Somebody has come or gone: leaves when nobody is left to talk to. */
  changed(): void {
    const publications = [...this.#conference.publicationsFor(this).values()];
    const voice = publications.find(({ track }) => track.kind === "audio");
    this.#sound.listenTo(voice?.source ?? null);
    const isAlone = this.#conference.othersOf(this).length === 0;
    this.#stopWaiting();
    if (!isAlone) this.#hasMetSomebody = true;
    else {
      const patience = this.#hasMetSomebody ? abandonedMs : expectingMs;
      this.#stopWaiting = this.#clock.after(patience, () => this.leave());
    }
  }

  spoken(): void {
    // It answers whoever was first, however loud the others are.
  }

  leave(): void {
    this.#conference.room.disconnect(this.participant);
    this.end();
  }

  end(): void {
    this.#stopWaiting();
    this.#conference.leave(this);
    this.#sound.close();
    this.#left();
  }
}
