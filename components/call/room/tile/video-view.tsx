"use client";

import { useCallback, useState } from "react";
import { useFit } from "@/components/call/room/tile/use-fit";
import { cx } from "@/components/ui/class-names";
import type { VideoSource } from "@/lib/calls/client/room/view";

interface VideoViewProps {
  source: VideoSource;
  mirrored?: boolean;
  /** `auto` shows the picture whole when filling the box would cut too much of it. */
  fit?: "auto" | "cover" | "contain";
  /** Marks the picture that a picture-in-picture window takes. */
  isMain?: boolean;
}

/** A picture, invisible until its first frame, so that nobody sees a black box. */
export function VideoView(props: VideoViewProps) {
  const { source, mirrored = false, fit = "auto", isMain = false } = props;
  const [shown, setShown] = useState<VideoSource | null>(null);
  const [best, followFit] = useFit();
  const show = useCallback(
    (video: HTMLVideoElement) => {
      source.attach(video);
      const stop = followFit(video);
      return () => {
        stop();
        source.detach(video);
      };
    },
    [source, followFit],
  );
  return (
    <video
      ref={show}
      muted
      autoPlay
      playsInline
      data-main={isMain || undefined}
      onLoadedData={() => setShown(source)}
      className={cx(
        "absolute inset-0 size-full transition-opacity duration-200",
        (fit === "auto" ? best : fit) === "cover" ? "object-cover" : "object-contain",
        mirrored && "-scale-x-100",
        shown !== source && "opacity-0",
      )}
    />
  );
}
