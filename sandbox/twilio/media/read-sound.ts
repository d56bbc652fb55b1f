import { sampleRate } from "./pcm.ts";

/**
 * Reads a sound as a telephone plays it: one channel at `sampleRate`.
 * @throws Error with a sentence for anything but 16 bit PCM in a WAV file
 */
export function readSound(file: Buffer): Int16Array {
  const chunks = chunksOf(file);
  const format = chunks.get("fmt ");
  const data = chunks.get("data");
  const isPcm = format?.readUInt16LE(0) === 1 && format.readUInt16LE(14) === 16;
  if (!format || !data || !isPcm) throw new Error("only WAV files with 16 bit PCM are heard here.");
  const channels = format.readUInt16LE(2);
  const step = format.readUInt32LE(4) / sampleRate;
  const frames = Math.floor(data.length / 2 / channels);
  return Int16Array.from({ length: Math.floor(frames / step) }, (_, index) =>
    data.readInt16LE(Math.floor(index * step) * channels * 2),
  );
}

function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  if (file.toString("latin1", 0, 4) !== "RIFF") return chunks;
  for (let at = 12; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4);
    chunks.set(file.toString("latin1", at, at + 4), file.subarray(at + 8, at + 8 + length));
    // Chunks start at even places.
    at += 8 + length + (length % 2);
  }
  return chunks;
}
