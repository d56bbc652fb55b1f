"use client";

import { EndedBar } from "@/components/call/room/ended-bar";
import { EndedStage } from "@/components/call/room/ended-stage";
import { LiveRoom } from "@/components/call/room/live-room";
import { LobbyPage } from "@/components/call/room/lobby-page";
import { useRoomSize } from "@/components/call/room/use-room-size";
import { roomEndSentence } from "@/components/call/room/words";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** One call, from the lobby to its end. */
export function RoomCallView({ call }: { call: RoomCall }) {
  const size = useRoomSize(call.phase === "ended");
  if (call.phase === "lobby") return <LobbyPage call={call} />;
  if (call.phase !== "ended") return <LiveRoom call={call} size={size} />;
  const hasMuchToSay = roomEndSentence(call) !== "" && !size.isSmall;
  return hasMuchToSay ? <EndedStage call={call} /> : <EndedBar call={call} />;
}
