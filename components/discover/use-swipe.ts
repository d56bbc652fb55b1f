"use client";

import { useRef } from "react";
import type { Decision } from "@/lib/discovery/deck";

/** Pixels after which a movement is a swipe, and from where on letting go decides. */
const startPx = 8;
const decidePx = 96;
/** Pixels in a millisecond: a flick decides from nearer. */
const flickSpeed = 0.55;
const flickPx = 32;

interface Drag {
  pointerId: number;
  startX: number;
  startY: number;
  lastX: number;
  lastAt: number;
  speed: number;
  swiping: boolean;
}

/**
 * Lets a card follow the pointer sideways, by its property `--drag` in pixels; up and down stay the
 * browser's, for scrolling. Let go far enough out, or flicked, it decides.
 */
export function useSwipe(onDecide: (kind: Decision) => void) {
  const drag = useRef<Drag>(null);

  function end(event: React.PointerEvent<HTMLElement>, mayDecide: boolean) {
    const { current } = drag;
    drag.current = null;
    if (!current?.swiping) return;
    const moved = event.clientX - current.startX;
    const flicked = Math.abs(current.speed) > flickSpeed && current.speed * moved > 0;
    const card = event.currentTarget;
    card.removeAttribute("data-swiping");
    if (mayDecide && Math.abs(moved) > (flicked ? flickPx : decidePx)) {
      onDecide(moved > 0 ? "like" : "pass");
    } else card.style.removeProperty("--drag");
  }

  return {
    onPointerDown(event: React.PointerEvent<HTMLElement>) {
      if (!event.isPrimary || event.button !== 0) return;
      drag.current = {
        pointerId: event.pointerId,
        startX: event.clientX,
        startY: event.clientY,
        lastX: event.clientX,
        lastAt: event.timeStamp,
        speed: 0,
        swiping: false,
      };
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>) {
      const { current } = drag;
      if (current?.pointerId !== event.pointerId) return;
      const [x, y] = [event.clientX - current.startX, event.clientY - current.startY];
      if (!current.swiping) {
        if (Math.abs(x) < startPx || Math.abs(x) < Math.abs(y)) return;
        current.swiping = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.setAttribute("data-swiping", "");
      }
      current.speed =
        (event.clientX - current.lastX) / Math.max(1, event.timeStamp - current.lastAt);
      current.lastX = event.clientX;
      current.lastAt = event.timeStamp;
      event.currentTarget.style.setProperty("--drag", String(x));
    },
    onPointerUp: (event: React.PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: React.PointerEvent<HTMLElement>) => end(event, false),
  };
}
