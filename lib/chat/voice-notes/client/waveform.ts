import { maxPeaks } from "@/lib/chat/voice-notes/limits";

/**
 * The loudest moment of each part of a recording, as messages keep it.
 *
 * @param levels - how loud it was, again and again at the same interval, 0 to 1
 * @returns 64 parts, each 0 to 100
 */
export function waveformOf(levels: readonly number[]): number[] {
  return Array.from({ length: maxPeaks }, (_, part) => {
    const from = Math.floor((part * levels.length) / maxPeaks);
    const to = Math.max(from + 1, Math.floor(((part + 1) * levels.length) / maxPeaks));
    return Math.round(100 * Math.max(0, ...levels.slice(from, to)));
  });
}
