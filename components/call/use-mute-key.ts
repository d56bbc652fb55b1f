"use client";

import { useEffect } from "react";
import { writes } from "@/components/call/writes";
import { type CallState, isLive } from "@/lib/calls/client/call-state";
import { commandVoice } from "@/lib/calls/client/voice";

/** The key m mutes and unmutes, unless somebody is writing. */
export function useMuteKey(call: CallState): void {
  const muted = isLive(call) ? call.muted : null;
  useEffect(() => {
    if (muted === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
        return;
      if (!writes(event.target)) void commandVoice({ type: "mute", muted: !muted });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [muted]);
}
