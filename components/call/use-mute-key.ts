"use client";

import { useEffect } from "react";
import { type CallState, isLive } from "@/lib/calls/client/call-state";
import { commandVoice } from "@/lib/calls/client/voice";

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

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
