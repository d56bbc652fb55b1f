"use client";

import { useEffect, useState } from "react";

const restMs = 3000;
const inputs = ["pointermove", "pointerdown", "keydown", "focusin", "touchstart", "wheel"] as const;

/** Controls that are in use stay: a focus that can be seen, a mouse on them, an open menu. */
const inUse =
  '[data-controls] :focus-visible, [data-controls]:hover, [data-controls] [aria-expanded="true"]';

/** Whether nobody has touched the page for three seconds, while `may` says that this matters. */
export function useIdle(may: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!may) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    };
    const rest = () => (document.querySelector(inUse) ? wait() : setIdle(true));
    const wake = () => {
      setIdle(false);
      wait();
    };
    wait();
    for (const input of inputs) window.addEventListener(input, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      setIdle(false);
      for (const input of inputs) window.removeEventListener(input, wake);
    };
  }, [may]);
  return idle;
}
