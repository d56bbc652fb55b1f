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

/** "3 of 4"; null of nothing. */
export function ofAll(part: number, all: number): string | null {
  return all > 0 ? `${part} of ${all}` : null;
}

/** Whom figures are about, also where they have no name. */
export function figureName({ name, isOutside }: CallFigures["people"][number]): string {
  if (name) return name;
  return isOutside ? "Telephones" : "People who have gone";
}
