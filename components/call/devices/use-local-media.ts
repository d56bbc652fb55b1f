import { useSyncExternalStore } from "react";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

/** The own camera, microphone and loudspeaker as they are now. */
export function useLocalMedia(media: LocalMedia): LocalMediaView {
  return useSyncExternalStore(media.view.subscribe, media.view.getSnapshot, media.view.getSnapshot);
}

/** How loud the own microphone is, 0 to 1; changes twenty times a second. */
export function useMicrophoneLevel(media: LocalMedia): number {
  return useSyncExternalStore(media.level.subscribe, media.level.getSnapshot, () => 0);
}
