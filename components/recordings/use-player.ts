"use client";

import { useSyncExternalStore } from "react";
import {
  nowPlaying,
  type Playback,
  playingSpeed,
  type Speed,
} from "@/lib/recordings/client/player";

/** What the player does with this recording; null while it has another one, or none. */
export function usePlayback(sid: string): Playback | null {
  const playback = useSyncExternalStore(nowPlaying.subscribe, nowPlaying.getSnapshot, () => null);
  return playback?.sid === sid ? playback : null;
}

/** How fast recordings are played. */
export function useSpeed(): Speed {
  return useSyncExternalStore(playingSpeed.subscribe, playingSpeed.getSnapshot, () => 1);
}
