"use client";

import { Info, MonitorUp, TriangleAlert, WifiOff } from "lucide-react";
import { HearButton } from "@/components/call/room/hear-button";
import { Notice } from "@/components/call/room/notice";
import { useRoomMedia } from "@/components/call/room/use-room";
import { troubleSentence } from "@/components/call/room/words";
import { roomProblems } from "@/lib/calls/client/room/problems";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** What is wrong with the call or with the own devices, and what to do about it. */
export function RoomNotices({ call }: { call: RoomCall }) {
  const local = useRoomMedia();
  const { trouble, problem } = call;
  const { camera = null, microphone = null } = local?.view.problems ?? {};
  const asks = local?.view.permissions;
  const asked =
    (local?.view.isMicrophoneStarting && asks?.microphone === "prompt") ||
    (local?.view.isCameraStarting && asks?.camera === "prompt");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none flex flex-col items-center gap-2 px-3 text-sm font-medium"
    >
      {call.isSoundBlocked ? <HearButton /> : null}
      {trouble ? (
        <Notice Icon={trouble === "low-bandwidth" ? Info : WifiOff}>
          {troubleSentence(trouble)}
        </Notice>
      ) : null}
      {problem && problem !== camera && problem !== microphone ? (
        <Notice Icon={TriangleAlert}>{roomProblems[problem].sentence}</Notice>
      ) : null}
      {microphone ? (
        <Notice
          Icon={TriangleAlert}
          action={{ label: "Try again", onClick: () => void local?.media.setMuted(false) }}
        >
          {roomProblems[microphone].sentence}
        </Notice>
      ) : null}
      {camera ? (
        <Notice
          Icon={TriangleAlert}
          action={{ label: "Try again", onClick: () => void local?.media.setCamera(true) }}
        >
          {roomProblems[camera].sentence}
        </Notice>
      ) : null}
      {asked ? <Notice Icon={Info}>Answer your browser's question, above.</Notice> : null}
      {call.match.isGroup && call.phase === "connected" && call.tiles.length === 1 ? (
        <Notice Icon={Info}>Nobody else is in the call</Notice>
      ) : null}
      {call.isSharing ? <Notice Icon={MonitorUp}>Others see your screen</Notice> : null}
    </div>
  );
}
