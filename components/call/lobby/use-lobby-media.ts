import { useEffect } from "react";
import type { LocalMedia } from "@/lib/calls/room/media/local-media-view";

/** Opens camera and microphone as soon as it is known that this asks the person nothing. */
export function useLobbyMedia(media: LocalMedia): void {
  useEffect(() => void media.startIfAllowed(), [media]);
}
