"use client";

import { EndedStage } from "@/components/call/room/ended-stage";
import { LiveRoom } from "@/components/call/room/live-room";
import { RoomRing } from "@/components/call/room/room-ring";
import { useRoom } from "@/components/call/room/use-room";

/** All that is seen of rooms. Loaded when the first one rings or is opened. */
export function RoomSurface() {
  const view = useRoom();
  const { call } = view;
  return (
    <>
      {call && call.phase !== "ended" && call.phase !== "lobby" ? (
        <LiveRoom key={call.match.matchId} call={call} />
      ) : null}
      {call?.phase === "ended" ? <EndedStage call={call} /> : null}
      <RoomRing view={view} />
    </>
  );
}
