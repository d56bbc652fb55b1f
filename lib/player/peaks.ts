/** How loud a recording is, in equal parts from its beginning to its end, each 0 to 1. */
export type Peaks = readonly number[];

/**
 * The loudest moment of each part of a sound, all channels together.
 *
 * @param channels - samples, -1 to 1
 * @param parts - how many parts
 */
export function peaksOf(channels: readonly Float32Array[], parts: number): Peaks {
  const length = channels[0]?.length ?? 0;
  const peaks = Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((n) => Math.floor((n * length) / parts));
    let peak = 0;
    for (const samples of channels) {
      for (let at = from ?? 0; at < (to ?? 0); at += 1) {
        peak = Math.max(peak, Math.abs(samples[at] ?? 0));
      }
    }
    return peak;
  });
  const loudest = Math.max(...peaks);
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/**
 * Decodes a file and measures it.
 *
 * @throws DOMException when the browser cannot decode it
 */
export async function measurePeaks(file: Blob, parts: number): Promise<Peaks> {
  // At 8 kHz, the provider's own rate, an offline context needs no permission and no device.
  const context = new OfflineAudioContext(1, 1, 8000);
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  const channels = Array.from({ length: sound.numberOfChannels }, (_, n) =>
    sound.getChannelData(n),
  );
  return peaksOf(channels, parts);
}
