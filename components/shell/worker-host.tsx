"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import { startOnDemand } from "@/lib/on-demand";
import { watchInstallOffer } from "@/lib/push/client/install-prompt";

/** Keeps this browser's service worker, and with it notifications, while the shell is there. */
export function WorkerHost() {
  const { id } = useViewer();
  const router = useRouter();
  const open = useEffectEvent((path: string) => router.push(path));
  useEffect(watchInstallOffer, []);
  useEffect(() => {
    const host = startOnDemand(async () => {
      const { startWorkerHost } = await import("@/lib/push/client/host");
      return startWorkerHost(id, (path) => open(path));
    });
    return host.stop;
  }, [id]);
  return null;
}
