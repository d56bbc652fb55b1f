"use client";

import { useSyncExternalStore } from "react";
import { nowPlaying, type Playback, playingSpeed, type Speed } from "@/lib/player/player";

/** What the player does with this sound; null while it has another one, or none. */
export function usePlayback(id: string): Playback | null {
  // Of another sound's progress this component need not hear.
  const current = () => {
    const playback = nowPlaying.getSnapshot();
    return playback?.id === id ? playback : null;
  };
  return useSyncExternalStore(nowPlaying.subscribe, current, () => null);
}

/** How fast everything is played. */
export function useSpeed(): Speed {
  return useSyncExternalStore(playingSpeed.subscribe, playingSpeed.getSnapshot, () => 1);
}
