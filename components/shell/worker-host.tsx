"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { startOnDemand } from "@/lib/on-demand";

/** Keeps this browser's service worker, and with it notifications, while the shell is there. */
export function WorkerHost() {
  const router = useRouter();
  const open = useEffectEvent((path: string) => router.push(path));
  useEffect(() => {
    const host = startOnDemand(async () => {
      const { startWorkerHost } = await import("@/lib/push/client/host");
      return startWorkerHost((path) => open(path));
    });
    return host.stop;
  }, []);
  return null;
}
