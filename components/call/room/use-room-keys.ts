"use client";

import type { RoomActions } from "@/components/call/room/use-room-actions";
import { useKeyPress } from "@/components/call/use-key-press";
import { writes } from "@/components/call/writes";

/** What opens over the room and has keys of its own. */
const popups = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/**
 * The keys m, v and s for microphone, camera and screen, unless somebody is writing, and Escape,
 * which leaves full screen by the browser's own doing and otherwise calls `onEscape`.
 */
export function useRoomKeys(actions: RoomActions, onEscape: (() => void) | null): void {
  useKeyPress(({ key, target }) => {
    if (writes(target) || document.querySelector(popups)) return;
    if (key === "m") actions.toggleMute();
    if (key === "v") actions.toggleCamera();
    if (key === "s" && actions.canShare) actions.toggleShare();
    if (key === "Escape" && !document.fullscreenElement) onEscape?.();
  });
}
