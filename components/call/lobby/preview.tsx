"use client";

import { AskFirst } from "@/components/call/lobby/ask-first";
import type { Asks } from "@/components/call/lobby/media-words";
import { PreviewControls } from "@/components/call/lobby/preview-controls";
import { VideoView } from "@/components/call/room/tile/video-view";
import { useViewer } from "@/components/shell/viewer-context";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

interface PreviewProps {
  media: LocalMedia;
  view: LocalMediaView;
  asks: Asks;
  onWithoutCamera: () => void;
}

/** The own picture, or why there is none, with what turns it and the sound on and off. */
export function Preview({ media, view, asks, onWithoutCamera }: PreviewProps) {
  const showsQuestion = asks === "both" || asks === "camera";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label="Your picture"
      className="relative isolate grid aspect-square max-h-[44dvh] min-h-60 w-full place-items-center overflow-hidden rounded-card bg-stage-raised text-on-stage shadow-lift [--link:#b0a4ff] md:aspect-video md:max-h-none"
    >
      {showsQuestion ? (
        <AskFirst media={media} asks={asks} onWithoutCamera={onWithoutCamera} />
      ) : view.picture ? (
        <VideoView source={view.picture} mirrored={!view.isBackCamera} fit="cover" />
      ) : (
        <NoPicture isStarting={view.isCameraStarting} />
      )}
      {showsQuestion ? null : (
        <div
          className={cx(
            "absolute inset-x-0 bottom-0 p-4",
            view.picture && "bg-linear-to-t from-stage/60 to-transparent pt-12",
          )}
        >
          <PreviewControls media={media} view={view} />
        </div>
      )}
    </div>
  );
}

function NoPicture({ isStarting }: { isStarting: boolean }) {
  const { id, name, picture } = useViewer();
  return (
    <div className="flex flex-col items-center gap-4 pb-14">
      <Avatar profileId={id} picture={picture} name={name} size={104} />
      <p className="flex items-center gap-2 text-sm font-medium text-on-stage-soft">
        {isStarting ? <Spinner /> : null}
        {isStarting ? "Starting your camera" : "Your camera is off"}
      </p>
    </div>
  );
}
