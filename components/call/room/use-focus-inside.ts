"use client";

import { useEffect } from "react";
import { writes } from "@/components/call/writes";

/** Brings the focus to an element while it is there, and back to where it was when it goes. */
export function useFocusInside(ref: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus({ preventScroll: true });
    return () => {
      // On a phone a text field would bring its keyboard along.
      if (before instanceof HTMLElement && before.isConnected && !writes(before)) before.focus();
    };
  }, [ref]);
}
