"use client";

import { type ComponentType, useEffect, useState } from "react";
import { onWake } from "@/lib/realtime/wake";

/**
 * The call bar and the ringing dialog, fetched once they are wanted. Unlike `next/dynamic`, a fetch
 * that fails leaves the page alone and is tried again when the network is back.
 *
 * @returns null until they are there
 */
export function useCallSurface(wanted: boolean): ComponentType | null {
  const [surface, setSurface] = useState<ComponentType | null>(null);
  const missing = wanted && surface === null;
  useEffect(() => {
    if (!missing) return;
    let mounted = true;
    const load = () => {
      import("@/components/call/call-surface").then(
        ({ CallSurface }) => mounted && setSurface(() => CallSurface),
        () => undefined,
      );
    };
    load();
    const stop = onWake(load);
    return () => {
      mounted = false;
      stop();
    };
  }, [missing]);
  return surface;
}
