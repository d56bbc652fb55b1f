"use client";

import { Mic, MicOff, SwitchCamera, Video, VideoOff } from "lucide-react";
import { PreviewButton } from "@/components/call/lobby/preview-button";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

interface PreviewControlsProps {
  media: LocalMedia;
  view: LocalMediaView;
}

/** Sound and picture on and off, and the other side of a phone. */
export function PreviewControls({ media, view }: PreviewControlsProps) {
  const { isMuted, isCameraOn, isCameraStarting } = view;
  return (
    <div className="flex items-center justify-center gap-3">
      <PreviewButton
        name={isMuted ? "Unmute" : "Mute"}
        icon={isMuted ? MicOff : Mic}
        isOff={isMuted}
        busy={view.isMicrophoneStarting}
        shortcut="m"
        onClick={() => void media.setMuted(!isMuted)}
      />
      <PreviewButton
        name={isCameraOn ? "Turn camera off" : "Turn camera on"}
        icon={isCameraOn ? Video : VideoOff}
        isOff={!isCameraOn}
        busy={isCameraStarting}
        shortcut="v"
        onClick={() => void media.setCamera(!isCameraOn && !isCameraStarting)}
      />
      {view.canFlip && isCameraOn ? (
        <PreviewButton name="Switch camera" icon={SwitchCamera} onClick={() => void media.flip()} />
      ) : null}
    </div>
  );
}
