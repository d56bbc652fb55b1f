import { dayKey, type Place } from "@/lib/time/words";

/** How many days back figures can be looked at. */
export const ranges = [7, 30, 90] as const;
export type Range = (typeof ranges)[number];

const dayMs = 86_400_000;

/** The last so many days at the place of the person, today included, as figures are asked for. */
export function daysOf(range: Range, now: Date, place: Place) {
  const to = dayKey(now, place);
  const from = new Date(Date.parse(to) - (range - 1) * dayMs).toISOString().slice(0, 10);
  return { from, to, tz: place.timeZone };
}

/** The range of an address like `?days=7`; a month when it names none. */
export function readRange(days: string | null): Range {
  return ranges.find((range) => String(range) === days) ?? 30;
}
