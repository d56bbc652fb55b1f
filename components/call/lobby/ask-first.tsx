"use client";

import { Mic, Video } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";

interface AskFirstProps {
  media: LocalMedia;
  asks: "both" | "camera";
  onWithoutCamera: () => void;
}

const words = { both: "camera and microphone", camera: "camera" } as const;

/** Announces the browser's question, so that it does not come as a surprise. */
export function AskFirst({ media, asks, onWithoutCamera }: AskFirstProps) {
  function goWithout() {
    onWithoutCamera();
    if (asks === "both") void media.setMuted(false);
  }
  return (
    <div className="flex flex-col items-center gap-1.5 px-5 text-center">
      <span aria-hidden="true" className="mb-2 flex gap-2.5">
        <Video size={30} />
        {asks === "both" ? <Mic size={30} /> : null}
      </span>
      <p className="font-display text-xl font-bold tracking-tight text-balance">
        {asks === "both" ? "Be seen and heard" : "Be seen"}
      </p>
      <p className="max-w-72 text-sm text-pretty text-on-stage-soft">
        Your browser will ask whether Duet may use your {words[asks]}.
      </p>
      <button
        type="button"
        className={buttonClass("primary", "mt-3")}
        onClick={() => void media.start()}
      >
        Allow {words[asks]}
      </button>
      <button
        type="button"
        className={buttonClass("ghost", "text-on-stage hover:bg-stage")}
        onClick={goWithout}
      >
        {asks === "both" ? "Microphone only" : "Go on without camera"}
      </button>
    </div>
  );
}
