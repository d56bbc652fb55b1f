import type { CallFigures } from "@/lib/calls/call-figures";
import { durationWords } from "@/lib/time/duration";

/** "1 call", "7 calls". */
export const countOf = (calls: number): string => (calls === 1 ? "1 call" : `${calls} calls`);

/** A share as people say it: "67%". */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** How long somebody talked in all: "45 s", "1 h 5 min"; from ten hours on the minutes are left out. */
export function talkWords(seconds: number): string {
  if (seconds === 0) return "0 min";
  return seconds < 36_000 ? durationWords(seconds) : `${Math.round(seconds / 3600)} h`;
}

/**
 * What the days say of calls: on which there were most, or how few they were.
 *
 * @param name - how a day is called: "Nov 13"
 */
export function peakDayWords(
  days: readonly { date: string; calls: number }[],
  name: (date: string) => string,
): string {
  const busy = days.filter(({ calls }) => calls > 0);
  const most = Math.max(0, ...busy.map(({ calls }) => calls));
  const peaks = busy.filter(({ calls }) => calls === most);
  const [first] = peaks;
  if (!first) return "No calls";
  if (busy.length === 1) return `${countOf(most)}, on ${name(first.date)}`;
  if (peaks.length === 1) return `Most on ${name(first.date)}: ${countOf(most)}`;
  if (peaks.length < busy.length) return `At most ${countOf(most)} a day`;
  return `${countOf(most)} on each of ${busy.length} days`;
}

/** The hour from which most calls began; null while none stands out. */
export function busiestHour(hours: readonly number[]): number | null {
  const most = Math.max(0, ...hours);
  const isAlone = hours.indexOf(most) === hours.lastIndexOf(most);
  return most > 1 && isAlone ? hours.indexOf(most) : null;
}

/** "3 of 4"; null of nothing. */
export function ofAll(part: number, all: number): string | null {
  return all > 0 ? `${part} of ${all}` : null;
}

/** Whom figures are about, also where they have no name. */
export function figureName({ name, isOutside }: CallFigures["people"][number]): string {
  if (name) return name;
  return isOutside ? "Telephones" : "People who have gone";
}
