"use client";

import { Volume2 } from "lucide-react";
import { commandRoom } from "@/lib/calls/client/room/room";

/** Lets the sound out that the browser holds back until somebody touches the page. */
export function HearButton() {
  return (
    <button
      type="button"
      className="pointer-events-auto flex min-h-11 items-center gap-2 rounded-full bg-on-stage px-5 text-sm font-semibold whitespace-nowrap text-stage shadow-high"
      onClick={() => void commandRoom({ type: "hear" })}
    >
      <Volume2 aria-hidden="true" size={18} />
      Tap to hear
    </button>
  );
}
