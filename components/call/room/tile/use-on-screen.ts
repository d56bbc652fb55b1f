"use client";

import { type RefCallback, useCallback, useState } from "react";

/**
 * Whether an element can be seen: a picture that cannot be is taken away, and Twilio then stops
 * sending it.
 *
 * @returns whether it is, and the ref for the element
 */
export function useOnScreen(): [boolean, RefCallback<HTMLElement>] {
  const [onScreen, setOnScreen] = useState(true);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last) setOnScreen(last.isIntersecting);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [onScreen, ref];
}
