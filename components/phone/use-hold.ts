"use client";

import { useEffect, useRef } from "react";

const holdMs = 500;

/**
 * What makes a button do one thing when it is pressed and another when it is held down.
 *
 * @param onHold - without it, holding is pressing
 */
export function useHold(onPress: () => void, onHold: (() => void) | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const release = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onClick = () => {
    // The click that ends the holding has been answered already.
    if (!held.current) onPress();
    held.current = false;
  };
  if (!onHold) return { onClick: onPress };
  return {
    onClick,
    onPointerDown() {
      held.current = false;
      timer.current = setTimeout(() => {
        held.current = true;
        onHold();
      }, holdMs);
    },
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
    // A long touch would also open the browser's menu.
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
  };
}
