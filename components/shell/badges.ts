import { useSyncExternalStore } from "react";
import { createCell } from "@/lib/cell";

/** How much is new at each place of the navigation; 0 while that is not known. */
export interface Badges {
  calls: number;
  phone: number;
}

const none: Badges = { calls: 0, phone: 0 };
export const badges = createCell(none);

export function useBadges(): Badges {
  return useSyncExternalStore(badges.subscribe, badges.getSnapshot, () => none);
}
