/** Of everything that is recorded or played: a telephone's, in samples a second. */
export const sampleRate = 8000;

/** Root mean square of full scale above which something is heard: -40 dB. */
const quietest = 0.01;

/** Whether so much as a whisper is in the samples. */
export function isSound(pcm: Int16Array): boolean {
  let sum = 0;
  for (const sample of pcm) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, pcm.length)) / 0x8000 > quietest;
}

/** A sine tone at a quarter of full scale. */
export function tone(hertz: number, seconds: number): Int16Array {
  const length = Math.round(seconds * sampleRate);
  const step = (2 * Math.PI * hertz) / sampleRate;
  return Int16Array.from({ length }, (_, index) => 0x2000 * Math.sin(index * step));
}
