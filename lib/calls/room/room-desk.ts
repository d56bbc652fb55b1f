import type { LocalMedia } from "@/lib/calls/room/media/local-media-view";
import type { MissedRoom, RoomCommand, RoomPerson, RoomView } from "@/lib/calls/room/view";
import { emptyRoomView } from "@/lib/calls/room/view";
import type { Cell } from "@/lib/cell";

interface DeskOptions {
  me: RoomPerson;
  view: Cell<RoomView>;
  onMissed(call: MissedRoom): void;
}

/** Knows what rings and which rooms are live, and fetches the room itself when one is wanted. */
export interface RoomDesk {
  /** @returns whether it could be done */
  command(command: RoomCommand): Promise<boolean>;
  localMedia(): LocalMedia | null;
  stop(): void;
}

/** Opens the desk of this tab. */
export function openRoomDesk({ view }: DeskOptions): RoomDesk {
  return {
    command: () => Promise.resolve(false),
    localMedia: () => null,
    stop: () => view.update(() => emptyRoomView),
  };
}
