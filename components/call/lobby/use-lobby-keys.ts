import { useKeyPress } from "@/components/call/use-key-press";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";
import { commandRoom } from "@/lib/calls/client/room/room";

/** In a list, letters jump to the entry that begins with them, and Escape closes it. */
const isChoosing = ({ target }: KeyboardEvent) =>
  document.querySelector('[role="listbox"]') !== null ||
  (target instanceof Element && target.closest('[role="combobox"]') !== null);

/** m mutes and v turns the camera off and on, as they do in the call; Escape leaves the lobby. */
export function useLobbyKeys(media: LocalMedia, view: LocalMediaView): void {
  useKeyPress((event) => {
    if (isChoosing(event)) return;
    if (event.key === "m") void media.setMuted(!view.isMuted);
    if (event.key === "v") void media.setCamera(!view.isCameraOn);
    if (event.key === "Escape") void commandRoom({ type: "leave" });
  });
}
