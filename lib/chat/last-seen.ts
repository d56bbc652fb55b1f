import { createCell } from "@/lib/cell";

/** When people were last seen, by profile id. */
export type LastSeen = Readonly<Record<string, string>>;

/**
 * When each reachable person who shows it was last seen, by the heartbeats and by arrivals; null
 * until the first heartbeat has been answered.
 */
export const lastSeen = createCell<LastSeen | null>(null);
