"use client";

import { type ComponentType, useEffect, useState } from "react";
import { onWake } from "@/lib/realtime/wake";

/**
 * What is seen of calls, fetched once it is wanted. Unlike `next/dynamic`, a fetch that fails leaves
 * the page alone and is tried again when the network is back.
 *
 * @param fetch - imports it; must be the same function each time
 * @returns null until it is there
 */
export function useSurface<Props = object>(
  wanted: boolean,
  fetch: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const [surface, setSurface] = useState<ComponentType<Props> | null>(null);
  const missing = wanted && surface === null;
  useEffect(() => {
    if (!missing) return;
    let mounted = true;
    const load = () => {
      fetch().then(
        (loaded) => mounted && setSurface(() => loaded),
        () => undefined,
      );
    };
    load();
    const stop = onWake(load);
    return () => {
      mounted = false;
      stop();
    };
  }, [missing, fetch]);
  return surface;
}
