"use client";

import { useRoomMedia } from "@/components/call/room/use-room";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomCall } from "@/lib/calls/client/room/view";

export interface RoomActions {
  /** False until the microphone and camera can be reached. */
  isReady: boolean;
  isMuted: boolean;
  isCameraOn: boolean;
  isCameraStarting: boolean;
  isSharing: boolean;
  canFlip: boolean;
  canShare: boolean;
  toggleMute(): void;
  toggleCamera(): void;
  toggleShare(): void;
  flip(): void;
}

/** What the buttons and the keys of a room do. */
export function useRoomActions({ isSharing }: RoomCall): RoomActions {
  const local = useRoomMedia();
  const isMuted = local?.view.isMuted ?? false;
  const isCameraOn = local?.view.isCameraOn ?? false;
  return {
    isReady: local !== null,
    isMuted,
    isCameraOn,
    isCameraStarting: local?.view.isCameraStarting ?? false,
    isSharing,
    canFlip: (local?.view.canFlip ?? false) && isCameraOn,
    canShare: canCaptureScreen(),
    toggleMute: () => void local?.media.setMuted(!isMuted),
    toggleCamera: () => void local?.media.setCamera(!isCameraOn),
    toggleShare: () => void commandRoom({ type: "share", on: !isSharing }),
    flip: () => void local?.media.flip(),
  };
}

/** Phones cannot. */
const canCaptureScreen = () =>
  "mediaDevices" in navigator && "getDisplayMedia" in navigator.mediaDevices;
