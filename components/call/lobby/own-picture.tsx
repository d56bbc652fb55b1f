"use client";

import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/class-names";
import type { VideoSource } from "@/lib/calls/room/view";

/** What others will see; mirrored as people know themselves, unless the camera looks away. */
export function OwnPicture({ source, isBack }: { source: VideoSource; isBack: boolean }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    source.attach(video);
    return () => source.detach(video);
  }, [source]);
  return (
    <video
      ref={element}
      muted
      playsInline
      autoPlay
      className={cx(
        "absolute inset-0 size-full animate-[rise_200ms_ease-out] object-cover",
        !isBack && "-scale-x-100",
      )}
    />
  );
}
