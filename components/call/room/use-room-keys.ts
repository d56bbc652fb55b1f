"use client";

import { useEffect, useEffectEvent } from "react";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { writes } from "@/components/call/writes";

/** What opens over the room and has keys of its own. */
const popups = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/**
 * The keys m, v and s for microphone, camera and screen, unless somebody is writing, and Escape,
 * which leaves full screen by the browser's own doing and otherwise calls `onEscape`.
 */
export function useRoomKeys(actions: RoomActions, onEscape: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
    if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return;
    if (writes(event.target) || document.querySelector(popups)) return;
    if (event.key === "m") actions.toggleMute();
    if (event.key === "v") actions.toggleCamera();
    if (event.key === "s" && actions.canShare) actions.toggleShare();
    if (event.key === "Escape" && !document.fullscreenElement) onEscape?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
