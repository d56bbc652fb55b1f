"use client";

import { useSurface } from "@/components/call/use-surface";
import { useIdle } from "@/components/ui/use-idle";

const fetchNotice = async () => (await import("@/components/shell/offline-notice")).OfflineNotice;

/** Where a lost network is told of; the words are fetched while there is one. */
export function OfflineBanner() {
  const Notice = useSurface(useIdle(), fetchNotice);
  return <div role="status">{Notice ? <Notice /> : null}</div>;
}
