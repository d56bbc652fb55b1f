"use client";

import { useRef } from "react";

interface WakingTap {
  onPointerDownCapture: (event: React.PointerEvent) => void;
  onClickCapture: (event: React.MouseEvent) => void;
}

/** A tap that brings hidden controls back presses none of them. */
export function useWakingTap(isHidden: boolean): WakingTap {
  const woke = useRef(false);
  return {
    onPointerDownCapture({ pointerType }) {
      // A mouse has moved before, and seen them come.
      woke.current = isHidden && pointerType !== "mouse";
    },
    onClickCapture(event) {
      // Keys click without a pointer.
      if (!woke.current || event.detail === 0) return;
      woke.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
