"use client";

import { useEffect } from "react";

const flashMs = 1000;
/** On, off, on, in milliseconds. */
const buzz = [300, 150, 300];
const buzzEveryMs = 2600;

/** While it rings: the page's title tells who calls, in turns with its own, and a phone buzzes. */
export function useRinging(rings: boolean, name: string): void {
  useEffect(() => {
    if (!rings) return;
    let own = document.title;
    const ringing = `${name} is calling…`;
    const flash = setInterval(() => {
      if (document.title !== ringing) own = document.title;
      document.title = document.title === ringing ? own : ringing;
    }, flashMs);
    const shake = setInterval(vibrate, buzzEveryMs);
    vibrate();
    return () => {
      clearInterval(flash);
      clearInterval(shake);
      if (document.title === ringing) document.title = own;
      if (mayVibrate()) navigator.vibrate(0);
    };
  }, [rings, name]);
}

/** Browsers that can vibrate print an error when a page does so before it was touched. */
const mayVibrate = () => "vibrate" in navigator && navigator.userActivation?.hasBeenActive;

function vibrate() {
  if (mayVibrate() && !document.hidden) navigator.vibrate(buzz);
}
