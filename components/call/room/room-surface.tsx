"use client";

import { RoomCallView } from "@/components/call/room/room-call-view";
import { RoomRing } from "@/components/call/room/room-ring";
import { useRoom } from "@/components/call/room/use-room";

/** All that is seen of rooms. Loaded when the first one rings or is opened. */
export function RoomSurface() {
  const view = useRoom();
  return (
    <>
      {view.call ? <RoomCallView key={view.call.match.matchId} call={view.call} /> : null}
      <RoomRing view={view} />
    </>
  );
}
