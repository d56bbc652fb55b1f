"use client";

import { useSyncExternalStore } from "react";
import { emptyView, type Levels, type VoiceView } from "@/lib/calls/client/view";
import { voiceLevels, voiceView } from "@/lib/calls/client/voice";

const silence: Levels = { input: 0, output: 0 };

/** The call of this browser, in whichever tab it is held. */
export function useVoice(): VoiceView {
  return useSyncExternalStore(voiceView.subscribe, voiceView.getSnapshot, () => emptyView);
}

/** How loud the call is; changes twenty times a second. */
export function useLevels(): Levels {
  return useSyncExternalStore(voiceLevels.subscribe, voiceLevels.getSnapshot, () => silence);
}
