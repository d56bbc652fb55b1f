"use client";

import { useSyncExternalStore } from "react";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";
import { localMedia, roomView } from "@/lib/calls/client/room/room";
import { emptyRoomView, type RoomView } from "@/lib/calls/client/room/view";

/** What this tab shows of rooms. */
export function useRoom(): RoomView {
  return useSyncExternalStore(roomView.subscribe, roomView.getSnapshot, () => emptyRoomView);
}

/** Own camera and microphone, and what they do now; null until the room's code is there. */
export function useRoomMedia(): { media: LocalMedia; view: LocalMediaView } | null {
  const media = useSyncExternalStore(roomView.subscribe, localMedia, () => null);
  const view = useSyncExternalStore(
    media?.view.subscribe ?? subscribeToNothing,
    media?.view.getSnapshot ?? nothing,
    nothing,
  );
  return media && view ? { media, view } : null;
}

const nothing = () => null;
const subscribeToNothing = () => nothing;
