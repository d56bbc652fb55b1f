import { mayBegin } from "@/lib/calls/client/permission/permissions";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import type { RoomDesk } from "@/lib/calls/client/room/room-desk";
import {
  emptyRoomView,
  type MissedRoom,
  type RoomCommand,
  type RoomPerson,
  type RoomView,
} from "@/lib/calls/client/room/view";
import { createCell, type Observable } from "@/lib/cell";
import { type OnDemand, startOnDemand } from "@/lib/on-demand";

const view = createCell<RoomView>(emptyRoomView);
const missed = new Set<(call: MissedRoom) => void>();
let desk: OnDemand<RoomDesk> | null = null;

/** What this tab shows of rooms. */
export const roomView: Observable<RoomView> = view;

/** Hears of rooms that rang here, or could have, in vain. @returns stops listening */
export function onMissedRoom(listener: (call: MissedRoom) => void): () => void {
  missed.add(listener);
  return () => missed.delete(listener);
}

/**
 * Makes this tab ready for rooms, once the page has nothing better to do. Idempotent: starting
 * again stops what was started before.
 *
 * @param me - the signed-in person
 * @returns stops it, leaving the room that this tab is in
 */
export function startRooms(me: RoomPerson): () => void {
  desk?.stop();
  const mine = startOnDemand(async () => {
    const { openRoomDesk } = await import("@/lib/calls/client/room/room-desk");
    return openRoomDesk({ me, view, onMissed });
  });
  desk = mine;
  return mine.stop;
}

function onMissed(call: MissedRoom) {
  for (const listener of missed) listener(call);
}

/** Own camera, microphone and loudspeaker; null until a call is opened. */
export function localMedia(): LocalMedia | null {
  return desk?.started()?.localMedia() ?? null;
}

/**
 * Asks for something. A call that the other has not allowed is not begun; whoever listens to that
 * is told.
 *
 * @returns false when it could not be done: the code could not be fetched, as without a network,
 * or another call is on, which the view tells
 */
export async function commandRoom(command: RoomCommand): Promise<boolean> {
  const begins = command.type === "open" && !command.sid && !command.match.isGroup;
  if (begins && !(await mayBegin(command.match.matchId, command.kind))) return true;
  const loaded = await desk?.load();
  return (await loaded?.command(command)) ?? false;
}
