"use client";

import { useEffect, useEffectEvent } from "react";

interface DecisionKeys {
  /** A dialog is open, which has the keys. */
  paused: boolean;
  onLike: () => void;
  onPass: () => void;
  onUndo: () => void;
}

const busy =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]";

/** Arrow right likes, arrow left passes, backspace brings back; not while somebody types. */
export function useDecisionKeys({ paused, onLike, onPass, onUndo }: DecisionKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(busy)) return;
    const action = { ArrowRight: onLike, ArrowLeft: onPass, Backspace: onUndo }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (paused) return;
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [paused]);
}
