"use client";

import { useEffect, useSyncExternalStore } from "react";

interface FullScreen {
  /** Phones of some makers cannot. */
  isSupported: boolean;
  isOn: boolean;
  toggle(): void;
}

function subscribe(listener: () => void) {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

const isOn = () => document.fullscreenElement !== null;

/** The whole page on the whole screen, so that menus and notices, too, are seen. */
export function useFullScreen(): FullScreen {
  const on = useSyncExternalStore(subscribe, isOn, () => false);
  useEffect(() => leave, []);
  return {
    isSupported: document.fullscreenEnabled === true,
    isOn: on,
    // A browser that refuses stays as it is, which the person sees.
    toggle: () =>
      isOn() ? leave() : void document.documentElement.requestFullscreen().catch(stay),
  };
}

const stay = () => undefined;

function leave() {
  if (isOn()) void document.exitFullscreen().catch(stay);
}
