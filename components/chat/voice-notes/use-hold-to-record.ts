"use client";

import { useRef, useState } from "react";

/** A press that is shorter begins a recording which goes on without the finger. */
const tapMs = 350;
/** How far to the left calls it off, in CSS pixels. */
const cancelPx = 96;

interface HoldToRecord {
  /** Called with the press itself. @returns whether a recording begins */
  onBegin: () => boolean;
  /** The finger has been lifted after a while. */
  onRelease: () => void;
  onCancel: () => void;
}

/**
 * What makes a button record while it is held, and go on recording after a tap or by keyboard.
 *
 * @returns whether it is held, how far the finger has slid to the left, and the button's handlers
 */
export function useHoldToRecord({ onBegin, onRelease, onCancel }: HoldToRecord) {
  const press = useRef<{ x: number; at: number } | null>(null);
  const byPointer = useRef(false);
  const [held, setHeld] = useState(false);
  const [slide, setSlide] = useState(0);

  function letGo() {
    press.current = null;
    setHeld(false);
    setSlide(0);
  }

  const handlers = {
    onPointerDown(event: React.PointerEvent<HTMLButtonElement>) {
      if (event.button !== 0) return;
      byPointer.current = true;
      if (!onBegin()) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, at: event.timeStamp };
      setHeld(true);
    },
    onPointerMove({ clientX }: React.PointerEvent) {
      if (!press.current) return;
      const distance = Math.max(0, press.current.x - clientX);
      setSlide(distance);
      if (distance < cancelPx) return;
      letGo();
      onCancel();
    },
    onPointerUp({ timeStamp }: React.PointerEvent) {
      if (!press.current) return;
      const lasted = timeStamp - press.current.at;
      letGo();
      if (lasted >= tapMs) onRelease();
    },
    // The system took the finger, as for a notification: nothing is lost.
    onPointerCancel: letGo,
    onClick() {
      // Keyboards and screen readers click without a pointer.
      if (!byPointer.current) onBegin();
      byPointer.current = false;
    },
    // A long touch would also open the browser's menu.
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
  };
  return { held, slide: slide / cancelPx, handlers };
}
