"use client";

import { useEffect, useState } from "react";
import { documentPip, openPipWindow } from "@/components/call/room/pip/pip-window";

export interface PictureInPicture {
  isSupported: boolean;
  isOn: boolean;
  /** Where to draw into; null while it is closed or shows a bare video. */
  body: HTMLElement | null;
  toggle(): void;
}

/**
 * A window that stays above other programs: one with buttons where the browser can make it, or else
 * the bare picture that is marked as the main one.
 */
export function usePictureInPicture(): PictureInPicture {
  const [window, setWindow] = useState<Window | null>(null);
  const bare = useBarePicture();
  useEffect(() => {
    if (!window) return;
    const closed = () => setWindow(null);
    window.addEventListener("pagehide", closed);
    return () => {
      window.removeEventListener("pagehide", closed);
      window.close();
    };
  }, [window]);
  if (!documentPip()) return { ...bare, body: null };
  return {
    isSupported: true,
    isOn: window !== null,
    body: window?.document.body ?? null,
    toggle: () => (window ? setWindow(null) : void openPipWindow().then(setWindow)),
  };
}

function useBarePicture() {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const follow = () => setOn(document.pictureInPictureElement !== null);
    document.addEventListener("enterpictureinpicture", follow);
    document.addEventListener("leavepictureinpicture", follow);
    return () => {
      document.removeEventListener("enterpictureinpicture", follow);
      document.removeEventListener("leavepictureinpicture", follow);
      if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(stay);
    };
  }, []);
  const toggle = () => {
    const main = document.querySelector<HTMLVideoElement>("video[data-main]");
    if (isOn) void document.exitPictureInPicture().catch(stay);
    else void main?.requestPictureInPicture().catch(stay);
  };
  return { isSupported: document.pictureInPictureEnabled === true, isOn, toggle };
}

/** A browser that refuses stays as it is, which the person sees. */
const stay = () => undefined;
