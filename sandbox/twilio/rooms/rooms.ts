import type { Clock } from "../calls/clock.ts";
import { Room, type RoomEvent, type RoomSettings } from "./room.ts";

/** Twilio's defaults for a room of type group. */
export const defaultSettings: RoomSettings = {
  uniqueName: null,
  maxParticipants: 50,
  maxParticipantDuration: 14_400,
  emptyRoomTimeout: 5,
  unusedRoomTimeout: 5,
  audioOnly: false,
  recordParticipantsOnConnect: false,
  largeRoom: false,
  mediaRegion: "us1",
  videoCodecs: ["VP8", "H264"],
  statusCallback: null,
  statusCallbackMethod: "POST",
};

/** Every room there has been. */
export class Rooms {
  readonly #clock: Clock;
  readonly #told: (room: Room, event: RoomEvent) => void;
  readonly #rooms = new Map<string, Room>();

  /** @param told hears every event of every room */
  constructor(clock: Clock, told: (room: Room, event: RoomEvent) => void) {
    this.#clock = clock;
    this.#told = told;
  }

  /** Opens a room; whoever asks has made sure that no room in progress has the name. */
  create(settings: Partial<RoomSettings>): Room {
    const room = new Room({ ...defaultSettings, ...settings }, this.#clock);
    this.#rooms.set(room.sid, room);
    room.onEvent((event) => this.#told(room, event));
    this.#told(room, { name: "room-created" });
    return room;
  }

  /** By SID, or by the name of a room in progress. */
  find(sidOrName: string): Room | undefined {
    return this.#rooms.get(sidOrName) ?? this.inProgress(sidOrName);
  }

  /** The room in progress of this name; names are free again once their room has ended. */
  inProgress(uniqueName: string): Room | undefined {
    return this.list().find(
      (room) => room.status === "in-progress" && room.uniqueName === uniqueName,
    );
  }

  /** Newest first. */
  list(): Room[] {
    return [...this.#rooms.values()].reverse();
  }

  /** Calls off every timer. */
  close(): void {
    for (const room of this.#rooms.values()) room.close();
  }
}
