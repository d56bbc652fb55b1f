"use client";

import { Mic, MicOff, SwitchCamera, Video, VideoOff } from "lucide-react";
import { AskFirst } from "@/components/call/lobby/ask-first";
import { toAsk } from "@/components/call/lobby/media-words";
import { OwnPicture } from "@/components/call/lobby/own-picture";
import { PreviewButton } from "@/components/call/lobby/preview-button";
import { useViewer } from "@/components/shell/viewer-context";
import { Avatar } from "@/components/ui/avatar";
import { Spinner } from "@/components/ui/spinner";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/room/media/local-media-view";

interface PreviewProps {
  media: LocalMedia;
  view: LocalMediaView;
}

/** The own picture, or why there is none, with what turns it and the sound on and off. */
export function Preview({ media, view }: PreviewProps) {
  const asks = toAsk(view);
  const showsQuestion = asks === "both" || asks === "camera";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label="Your picture"
      className="relative isolate grid aspect-[4/3] w-full place-items-center overflow-hidden rounded-card bg-stage text-on-stage [--link:#b0a4ff] max-md:max-h-[46dvh] md:aspect-video"
    >
      {view.picture ? (
        <OwnPicture source={view.picture} isBack={view.isBackCamera} />
      ) : showsQuestion ? (
        <AskFirst media={media} asks={asks} />
      ) : (
        <NoPicture isStarting={view.isCameraStarting} />
      )}
      {showsQuestion && !view.picture ? null : <PreviewControls media={media} view={view} />}
    </div>
  );
}

function NoPicture({ isStarting }: { isStarting: boolean }) {
  const { id, name } = useViewer();
  return (
    <div className="flex flex-col items-center gap-4 pb-10">
      <Avatar profileId={id} name={name} size={104} />
      <p className="flex items-center gap-2 text-sm font-medium text-on-stage-soft">
        {isStarting ? <Spinner /> : null}
        {isStarting ? "Starting your camera" : "Your camera is off"}
      </p>
    </div>
  );
}

function PreviewControls({ media, view }: PreviewProps) {
  return (
    <div className="absolute inset-x-0 bottom-0 flex items-center justify-center gap-3 bg-linear-to-t from-stage/75 to-transparent px-4 pt-10 pb-4">
      <PreviewButton
        name={view.isMuted ? "Unmute" : "Mute"}
        icon={view.isMuted ? MicOff : Mic}
        isOff={view.isMuted}
        busy={view.isMicrophoneStarting}
        shortcut="m"
        onClick={() => void media.setMuted(!view.isMuted)}
      />
      <PreviewButton
        name={view.isCameraOn ? "Turn camera off" : "Turn camera on"}
        icon={view.isCameraOn ? Video : VideoOff}
        isOff={!view.isCameraOn}
        busy={view.isCameraStarting}
        shortcut="v"
        onClick={() => void media.setCamera(!view.isCameraOn && !view.isCameraStarting)}
      />
      {view.canFlip && view.isCameraOn ? (
        <PreviewButton name="Switch camera" icon={SwitchCamera} onClick={() => void media.flip()} />
      ) : null}
    </div>
  );
}
