import { wavFile } from "../../scripts/wav.ts";

const sampleRate = 48_000;

/**
 * A WAV file with a second of a 440 Hz tone, which Chromium repeats as the microphone's sound: its
 * own beeps only once a second, too rarely to time anything by.
 */
export function toneFile(): Buffer {
  const samples = Int16Array.from({ length: sampleRate }, (_, n) =>
    Math.round(8000 * Math.sin((2 * Math.PI * 440 * n) / sampleRate)),
  );
  return wavFile(samples, sampleRate);
}
