import { sampleRate } from "../media/pcm.ts";

const headerBytes = 44;

/**
 * A RIFF file of 16 bit PCM with the channels interleaved.
 * @param channels of one length
 * @see http://soundfile.sapp.org/doc/WaveFormat/
 */
export function toWav(channels: readonly Int16Array[]): Buffer {
  const frames = channels[0]?.length ?? 0;
  const frameBytes = channels.length * 2;
  const dataBytes = frames * frameBytes;
  const wav = Buffer.alloc(headerBytes + dataBytes);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(channels.length, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * frameBytes, 28);
  wav.writeUInt16LE(frameBytes, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(dataBytes, 40);
  const samples = new Int16Array(
    wav.buffer,
    wav.byteOffset + headerBytes,
    frames * channels.length,
  );
  for (const [index, channel] of channels.entries()) {
    for (let frame = 0; frame < frames; frame++) {
      samples[frame * channels.length + index] = channel[frame] ?? 0;
    }
  }
  return wav;
}

/** Two voices in one channel, each at full strength, clipped as a telephone clips. */
export function mix(one: Int16Array, other: Int16Array): Int16Array {
  return one.map((sample, index) =>
    Math.max(-0x8000, Math.min(0x7fff, sample + (other[index] ?? 0))),
  );
}

/** The channels of a file that `toWav` has made. */
export function readWav(wav: Buffer): Int16Array[] {
  const channels = wav.readUInt16LE(22);
  const frames = wav.readUInt32LE(40) / (channels * 2);
  return Array.from({ length: channels }, (_, channel) =>
    Int16Array.from({ length: frames }, (_sample, frame) =>
      wav.readInt16LE(headerBytes + (frame * channels + channel) * 2),
    ),
  );
}
