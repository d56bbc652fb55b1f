"use client";

import { type RefCallback, useCallback, useState } from "react";
import type { Size } from "@/components/call/room/layout/grid-size";

/** The inner size of an element, as it changes. @returns the size (zero at first) and the ref */
export function useSize(): [Size, RefCallback<HTMLElement>] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [size, ref];
}
