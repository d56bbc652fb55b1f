"use client";

import { Info, MonitorUp, TriangleAlert, Volume2, WifiOff } from "lucide-react";
import { Notice } from "@/components/call/room/notice";
import { useRoomMedia } from "@/components/call/room/use-room";
import { troubleSentence } from "@/components/call/room/words";
import { roomProblems } from "@/lib/calls/room/problems";
import { commandRoom } from "@/lib/calls/room/room";
import type { RoomCall } from "@/lib/calls/room/view";

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
      {call.isSoundBlocked ? (
        <button
          type="button"
          className="pointer-events-auto flex min-h-11 items-center gap-2 rounded-full bg-on-stage px-5 font-semibold text-stage shadow-high"
          onClick={() => void commandRoom({ type: "hear" })}
        >
          <Volume2 aria-hidden="true" size={18} />
          Tap to hear
        </button>
      ) : null}
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
