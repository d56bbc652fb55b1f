"use client";

import { useEffect, useRef } from "react";

/** Holds what lies above the page for a time, such as a call, and tells toasts how high that is. */
export function TopBars({ children }: { children: React.ReactNode }) {
  const bars = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = bars;
    if (!current) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() =>
      root.setProperty("--bars-height", `${current.offsetHeight}px`),
    );
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.removeProperty("--bars-height");
    };
  }, []);
  return (
    <div ref={bars} className="shrink-0">
      {children}
    </div>
  );
}
