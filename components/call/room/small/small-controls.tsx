"use client";

import { Mic, MicOff, PhoneOff } from "lucide-react";
import { StageButton } from "@/components/call/room/controls/stage-button";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { commandRoom } from "@/lib/calls/client/room/room";

/** What a small window has room for. */
export function SmallControls({ actions }: { actions: RoomActions }) {
  const { isMuted } = actions;
  return (
    <div className="flex gap-2">
      <StageButton
        name={isMuted ? "Unmute" : "Mute"}
        Icon={isMuted ? MicOff : Mic}
        shortcut="m"
        look={isMuted ? "off" : "plain"}
        small
        disabled={!actions.isReady}
        className={isMuted ? undefined : "bg-stage/70!"}
        onClick={actions.toggleMute}
      />
      <StageButton
        name="End call"
        Icon={PhoneOff}
        look="danger"
        small
        onClick={() => void commandRoom({ type: "leave" })}
      />
    </div>
  );
}
