import type { RoomCall, RoomPerson, Tile } from "@/lib/calls/client/room/view";

type Main = { type: "camera" | "screen"; tile: Tile } | { type: "ringing"; person: RoomPerson };

/** What a window with room for one picture shows: a shared screen, whoever speaks, or anyone. */
export function mainOf({ tiles, waitingFor }: RoomCall): Main | null {
  const others = tiles.filter(({ isMe }) => !isMe);
  const sharer = others.find(({ screen }) => screen);
  if (sharer) return { type: "screen", tile: sharer };
  const tile =
    others.find(({ isDominantSpeaker }) => isDominantSpeaker) ??
    others.find(({ camera }) => camera) ??
    others[0];
  if (tile) return { type: "camera", tile };
  if (waitingFor[0]) return { type: "ringing", person: waitingFor[0] };
  return tiles[0] ? { type: "camera", tile: tiles[0] } : null;
}
