import type { RoomMatch, RoomView } from "@/lib/calls/client/room/view";

/** The room of a match to join now. A pair's that was just left is only about to be closed. */
export function joinable({ live, call }: RoomView, { matchId, isGroup }: RoomMatch) {
  const room = live[matchId] ?? null;
  const isClosing = !isGroup && call?.sid === room?.sid && !call?.problem;
  return isClosing ? null : room;
}
