/** From what most browsers can play to what is better than nothing. */
const wanted = [
  "audio/webm;codecs=opus",
  "audio/mp4;codecs=mp4a.40.2",
  "audio/mp4",
  "audio/ogg;codecs=opus",
] as const;

/**
 * What this browser records best, of what can be sent; null when it cannot record at all.
 *
 * @param supports - `MediaRecorder.isTypeSupported`
 */
export function recordingType(supports: (type: string) => boolean): string | null {
  return wanted.find(supports) ?? null;
}
