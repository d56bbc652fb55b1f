"use client";

import { Mic, Video } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import type { LocalMedia } from "@/lib/calls/room/media/local-media-view";

interface AskFirstProps {
  media: LocalMedia;
  asks: "both" | "camera" | "microphone";
}

const words = {
  both: "camera and microphone",
  camera: "camera",
  microphone: "microphone",
} as const;

/** Announces the browser's question, so that it does not come as a surprise. */
export function AskFirst({ media, asks }: AskFirstProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 text-center">
      <span aria-hidden="true" className="mb-2 flex gap-2.5">
        {asks === "microphone" ? null : <Video size={30} />}
        {asks === "camera" ? null : <Mic size={30} />}
      </span>
      <p className="font-display text-xl font-bold tracking-tight text-balance">
        Be seen and heard
      </p>
      <p className="max-w-72 text-sm text-pretty text-on-stage-soft">
        Your browser will ask whether Duet may use your {words[asks]}.
      </p>
      <button
        type="button"
        className={buttonClass("primary", "mt-3")}
        onClick={() => void (asks === "microphone" ? media.setMuted(false) : media.start())}
      >
        Allow {words[asks]}
      </button>
      {asks === "both" ? (
        <button
          type="button"
          className={buttonClass("ghost", "text-on-stage hover:bg-stage-raised")}
          onClick={() => void media.setMuted(false)}
        >
          Microphone only
        </button>
      ) : null}
    </div>
  );
}
