import { maxPeaks } from "@/lib/chat/voice-notes/limits";

/**
 * The loudest moment of each part of a recording, as messages keep it.
 *
 * @param levels - how loud it was, again and again at the same interval, 0 to 1
 * @returns 64 parts at most, each 0 to 100
 */
export function waveformOf(levels: readonly number[]): number[] {
  const parts = Math.min(maxPeaks, levels.length);
  if (parts === 0) return [0];
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((n) => Math.floor((n * levels.length) / parts));
    return Math.round(100 * Math.max(...levels.slice(from, to)));
  });
}
