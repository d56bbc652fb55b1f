"use client";

import { useRef } from "react";
import { Lobby } from "@/components/call/lobby/lobby";
import { useInertBehind } from "@/components/call/room/use-inert-behind";
import { useRoomMedia } from "@/components/call/room/use-room";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** The lobby, over the whole page. */
export function LobbyPage({ call }: { call: RoomCall }) {
  const ref = useRef<HTMLDivElement>(null);
  const local = useRoomMedia();
  useInertBehind(ref);
  return (
    <div ref={ref} className="fixed inset-0 z-20 animate-rise">
      {local ? <Lobby call={call} media={local.media} /> : null}
    </div>
  );
}
