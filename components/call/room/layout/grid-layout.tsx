"use client";

import { gridSize } from "@/components/call/room/layout/grid-size";
import { useSize } from "@/components/call/room/layout/use-size";
import { CameraTile } from "@/components/call/room/tile/camera-tile";
import { RingingTile } from "@/components/call/room/tile/ringing-tile";
import type { RoomPerson, Tile } from "@/lib/calls/client/room/view";

const gap = 8;

interface GridLayoutProps {
  tiles: readonly Tile[];
  waitingFor: readonly RoomPerson[];
  mirrored: boolean;
}

/** Three people and more: all of the same size, as large as they can be. */
export function GridLayout({ tiles, waitingFor, mirrored }: GridLayoutProps) {
  const [box, ref] = useSize();
  const { columns, width, height } = gridSize(tiles.length + waitingFor.length, box, gap);
  const avatarSize = Math.max(40, Math.round(Math.min(width, height) * 0.42));
  return (
    <div className="safe-stage absolute inset-0 px-2 md:px-4">
      <div ref={ref} className="grid size-full place-content-center">
        <div
          className="flex flex-wrap justify-center"
          style={{ gap, width: columns * width + (columns - 1) * gap }}
        >
          {tiles.map((tile) => (
            <CameraTile
              key={tile.key}
              tile={tile}
              mirrored={tile.isMe && mirrored}
              avatarSize={avatarSize}
              style={{ width, height }}
            />
          ))}
          {waitingFor.map((person) => (
            <RingingTile
              key={person.id}
              person={person}
              avatarSize={Math.round(avatarSize * 0.8)}
              style={{ width, height }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
