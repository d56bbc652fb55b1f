"use client";

import { useEffect } from "react";

/** What is only read out stays so. */
const spoken = '[aria-live], [role="status"]';

/** Keeps keys and readers out of what an element of the shell covers, for as long as it does. */
export function useInertBehind(ref: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const parts = [...(ref.current?.parentElement?.children ?? [])].filter(
      (part): part is HTMLElement =>
        part instanceof HTMLElement && part !== ref.current && !part.matches(spoken),
    );
    for (const part of parts) part.inert = true;
    return () => {
      for (const part of parts) part.inert = false;
    };
  }, [ref]);
}
