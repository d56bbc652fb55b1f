"use client";

import { Mic, MicOff, MonitorUp, MonitorX, PhoneOff, Video, VideoOff } from "lucide-react";
import { DevicesMenu } from "@/components/call/room/controls/devices-menu";
import { StageButton } from "@/components/call/room/controls/stage-button";
import { useRoomMedia } from "@/components/call/room/use-room";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { commandRoom } from "@/lib/calls/client/room/room";

/** What one does all the time, at the foot of the stage. */
export function RoomControls({ actions }: { actions: RoomActions }) {
  const local = useRoomMedia();
  const { isMuted, isCameraOn, isSharing, isReady } = actions;
  return (
    <div className="mx-auto flex w-fit items-center gap-2.5 md:gap-3">
      <StageButton
        name={isMuted ? "Unmute" : "Mute"}
        Icon={isMuted ? MicOff : Mic}
        shortcut="m"
        look={isMuted ? "off" : "plain"}
        disabled={!isReady}
        onClick={actions.toggleMute}
      />
      <StageButton
        name={isCameraOn ? "Turn camera off" : "Turn camera on"}
        Icon={isCameraOn ? Video : VideoOff}
        shortcut="v"
        look={isCameraOn ? "plain" : "off"}
        busy={actions.isCameraStarting}
        disabled={!isReady}
        onClick={actions.toggleCamera}
      />
      {actions.canShare ? (
        <StageButton
          name={isSharing ? "Stop sharing" : "Share screen"}
          Icon={isSharing ? MonitorX : MonitorUp}
          shortcut="s"
          look={isSharing ? "on" : "plain"}
          onClick={actions.toggleShare}
        />
      ) : null}
      {local ? <DevicesMenu media={local.media} /> : null}
      <StageButton
        name="End call"
        Icon={PhoneOff}
        look="danger"
        className="md:w-18"
        onClick={() => void commandRoom({ type: "leave" })}
      />
    </div>
  );
}
