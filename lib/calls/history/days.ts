import type { RememberedCall } from "@/lib/calls/history/types";
import { toDate } from "@/lib/time/instant";
import { dayKey, dayWords, type Place } from "@/lib/time/words";

/** The calls of a day at the place of the person. */
export interface CallDay {
  /** As 2026-11-20. */
  key: string;
  /** "Today", "Yesterday", "Friday, November 6". */
  title: string;
  calls: RememberedCall[];
}

/** Calls under the days on which they began, both in the order given. */
export function groupByDay(calls: readonly RememberedCall[], now: Date, place: Place): CallDay[] {
  const days: CallDay[] = [];
  for (const call of calls) {
    const at = toDate(call.startedAt);
    const key = dayKey(at, place);
    const last = days.at(-1);
    if (last?.key === key) last.calls.push(call);
    else days.push({ key, title: dayWords(at, now, place), calls: [call] });
  }
  return days;
}
