import { useEffect, useRef } from "react";

const holdMs = 450;
/** A finger that moves further than this scrolls, in CSS pixels. */
const slackPx = 10;

/**
 * What makes holding a finger on something do something. Links and controls inside keep what
 * holding them does.
 */
export function useLongPress(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<{ x: number; y: number }>(null);
  const release = () => {
    clearTimeout(timer.current);
    start.current = null;
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown(event: React.PointerEvent) {
      release();
      if (event.pointerType === "mouse" || isControl(event.target)) return;
      start.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => {
        if ("vibrate" in navigator) navigator.vibrate(8);
        onHold();
      }, holdMs);
    },
    onPointerMove({ clientX, clientY }: React.PointerEvent) {
      const from = start.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > slackPx) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
    // A long touch would also open the browser's menu.
    onContextMenu(event: React.MouseEvent) {
      if (start.current) event.preventDefault();
    },
  };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, [role=slider]") !== null;
}
