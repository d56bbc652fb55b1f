"use client";

import { VideoView } from "@/components/call/room/tile/video-view";
import { cx } from "@/components/ui/class-names";
import type { RoomPerson, VideoSource } from "@/lib/calls/client/room/view";

interface ScreenTileProps {
  person: RoomPerson;
  screen: VideoSource;
  className?: string;
}

/** A shared screen: whole, and never mirrored, so that it can be read. */
export function ScreenTile({ person, screen, className }: ScreenTileProps) {
  return (
    <fieldset
      aria-label={`${person.name}'s screen`}
      className={cx("relative min-w-0 overflow-hidden bg-stage", className)}
    >
      <VideoView source={screen} fit="contain" isMain />
    </fieldset>
  );
}
