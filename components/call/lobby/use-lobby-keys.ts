import { useEffect, useEffectEvent } from "react";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/room/media/local-media-view";

/** m mutes and v turns the camera off and on, as they do in the call. */
export function useLobbyKeys(media: LocalMedia, view: LocalMediaView): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isChoosing(event)) return;
    if (event.key === "m") void media.setMuted(!view.isMuted);
    if (event.key === "v") void media.setCamera(!view.isCameraOn);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** In a list, letters jump to the entry that begins with them. */
function isChoosing({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element && target.closest('[role="combobox"], [role="listbox"]') !== null
  );
}
