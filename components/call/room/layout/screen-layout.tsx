"use client";

import { Filmstrip } from "@/components/call/room/layout/filmstrip";
import { ScreenTile } from "@/components/call/room/tile/screen-tile";
import type { RoomPerson, Tile, VideoSource } from "@/lib/calls/client/room/view";

interface ScreenLayoutProps {
  sharer: RoomPerson;
  screen: VideoSource;
  tiles: readonly Tile[];
  waitingFor: readonly RoomPerson[];
  mirrored: boolean;
}

/** A shared screen as large as it can be, and everybody in a strip beside or below it. */
export function ScreenLayout({ sharer, screen, ...people }: ScreenLayoutProps) {
  return (
    <div className="safe-stage absolute inset-0 flex flex-col gap-2 px-2 md:flex-row md:px-4">
      <ScreenTile person={sharer} screen={screen} className="min-h-0 flex-1 rounded-2xl" />
      <Filmstrip {...people} />
    </div>
  );
}
