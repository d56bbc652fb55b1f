"use client";

import { useKeyPress } from "@/components/call/use-key-press";
import { writes } from "@/components/call/writes";
import { type CallState, isLive } from "@/lib/calls/client/call-state";
import { commandVoice } from "@/lib/calls/client/voice";

/** The key m mutes and unmutes, unless somebody is writing. */
export function useMuteKey(call: CallState): void {
  useKeyPress(({ key, target }) => {
    if (key !== "m" || !isLive(call) || writes(target)) return;
    void commandVoice({ type: "mute", muted: !call.muted });
  });
}
