"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Hears keys that are pressed once and by themselves, wherever on the page; not those that belong to
 * a shortcut or that something on the page has taken.
 */
export function useKeyPress(onPress: (event: KeyboardEvent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
    if (!ctrlKey && !metaKey && !altKey && !repeat && !defaultPrevented) onPress(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
