"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { type Corner, cornerByKey, nearestCorner } from "@/components/call/room/layout/corner";
import { prefersStill } from "@/components/call/room/layout/prefers-still";

/** A pointer that moves less, in CSS pixels, has tapped. */
const tapSlack = 6;

interface Drag {
  from: { x: number; y: number };
  /** Offset from where it was taken, CSS pixels. */
  offset: { x: number; y: number };
  velocity: { x: number; y: number };
  at: number;
  moved: boolean;
}

interface Dock {
  corner: Corner;
  /** The window that moves; its offset parent is the box. */
  ref: React.RefObject<HTMLDivElement | null>;
  /** For the part of it by which it is moved: a button, so that arrow keys reach it. */
  handle: React.ComponentProps<"button">;
}

/** A window that is dragged or sent by arrow keys from corner to corner, and glides into place. */
export function useDock(initial: Corner, onTap?: () => void): Dock {
  const [corner, setCorner] = useState(initial);
  const ref = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const left = useRef<DOMRect | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it glides when the corner has changed
  useLayoutEffect(() => glide(ref.current, left), [corner]);

  function land(next: Corner) {
    const element = ref.current;
    if (!element) return;
    left.current = element.getBoundingClientRect();
    element.style.transform = "";
    if (next === corner) glide(element, left);
    else setCorner(next);
  }

  const handle: Dock["handle"] = {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const still = { x: 0, y: 0 };
      const from = { x: event.clientX, y: event.clientY };
      drag.current = { from, offset: still, velocity: still, at: event.timeStamp, moved: false };
    },
    onPointerMove(event) {
      const now = drag.current;
      if (!now || !ref.current) return;
      const offset = { x: event.clientX - now.from.x, y: event.clientY - now.from.y };
      const ms = Math.max(1, event.timeStamp - now.at);
      now.velocity = { x: (offset.x - now.offset.x) / ms, y: (offset.y - now.offset.y) / ms };
      now.offset = offset;
      now.at = event.timeStamp;
      now.moved ||= Math.hypot(offset.x, offset.y) > tapSlack;
      if (now.moved) ref.current.style.transform = `translate(${offset.x}px, ${offset.y}px)`;
    },
    onPointerUp(event) {
      const now = drag.current;
      drag.current = null;
      if (!now) return;
      if (!now.moved) return onTap?.();
      const window = ref.current?.getBoundingClientRect();
      const box = ref.current?.offsetParent?.getBoundingClientRect() ?? viewport();
      if (!window) return;
      const centre = {
        x: window.left + window.width / 2 - box.left,
        y: window.top + window.height / 2 - box.top,
      };
      // Whoever holds still before letting go does not throw.
      const velocity = event.timeStamp - now.at > 80 ? { x: 0, y: 0 } : now.velocity;
      land(nearestCorner(centre, velocity, box));
    },
    onPointerCancel() {
      drag.current = null;
      land(corner);
    },
    onKeyDown(event) {
      const next = cornerByKey(corner, event.key);
      if (!next) return;
      event.preventDefault();
      land(next);
    },
  };
  return { corner, ref, handle };
}

const viewport = () => new DOMRect(0, 0, window.innerWidth, window.innerHeight);

/** Lets an element arrive from where it was before the page was laid out anew. */
function glide(element: HTMLElement | null, left: React.RefObject<DOMRect | null>) {
  const before = left.current;
  left.current = null;
  if (!element || !before) return;
  if (prefersStill()) return;
  const now = element.getBoundingClientRect();
  const from = `translate(${before.left - now.left}px, ${before.top - now.top}px)`;
  element.animate([{ transform: from }, { transform: "none" }], {
    duration: 320,
    easing: "cubic-bezier(0.22, 1, 0.36, 1)",
  });
}
