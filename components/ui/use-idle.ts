import { useSyncExternalStore } from "react";
import { createCell } from "@/lib/cell";
import { whenIdle } from "@/lib/when-idle";

/** How long a page may take to become idle before it counts as that all the same. */
const patienceMs = 2000;
const idle = createCell(false);
let waits = false;

function subscribe(listener: () => void) {
  if (!waits) {
    waits = true;
    whenIdle(() => idle.update(() => true), patienceMs);
  }
  return idle.subscribe(listener);
}

/** Whether the page that one came for is ready, so that what may be wanted next can be fetched. */
export function useIdle(): boolean {
  return useSyncExternalStore(subscribe, idle.getSnapshot, () => false);
}
