"use client";

import { useCallback, useState } from "react";
import { fitOf } from "@/components/call/room/layout/fit";

type Fit = "cover" | "contain";

/**
 * How a picture best fills its element, as both change shape.
 *
 * @returns the fit, and what follows an element; call what that returns to stop
 */
export function useFit(): [Fit, (video: HTMLVideoElement) => () => void] {
  const [fit, setFit] = useState<Fit>("cover");
  const follow = useCallback((video: HTMLVideoElement) => {
    const measure = () => {
      const picture = { width: video.videoWidth, height: video.videoHeight };
      setFit(fitOf(picture, { width: video.clientWidth, height: video.clientHeight }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(video);
    video.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      video.removeEventListener("resize", measure);
    };
  }, []);
  return [fit, follow];
}
