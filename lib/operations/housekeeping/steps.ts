import "server-only";
import { env } from "@/lib/env";
import { clearAway, kinds } from "@/lib/operations/housekeeping/clear-away";
import { expireRecordings } from "@/lib/recordings/expire";

/** One kind of thing that is kept for a time only. */
export interface Step {
  name: string;
  /** How much it does in one go. */
  atOnce: number;
  /** Does away with up to so many; how many it were. */
  clear(limit: number): Promise<number>;
}

const rowsAtOnce = 1000;

/** All that is cleared away, in this order. */
export function steps(): Step[] {
  const { retentionDays } = env().callEvents;
  const rows = retentionDays
    ? [...kinds, { kind: "call_events" as const, days: retentionDays }]
    : kinds;
  return [
    ...rows.map(({ kind, days }) => ({
      name: kind,
      atOnce: rowsAtOnce,
      clear: (limit: number) => clearAway(kind, days, limit),
    })),
    { name: "recordings", atOnce: 100, clear: expireRecordings },
  ];
}
