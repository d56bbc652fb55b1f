import { createEncoder } from "libopus-wasm";

const sampleRate = 48_000;
/** Milliseconds of sound in one packet. */
export const packetMs = 20;
const packetSamples = (sampleRate * packetMs) / 1000;
const packetsPerSecond = 1000 / packetMs;
const loudness = 8000;

/**
 * One second of a sine as Opus packets of 20 ms. Repeated, it goes on without a click when the
 * pitch is a whole number.
 * @param hertz the pitch
 */
export async function tonePackets(hertz: number): Promise<Buffer[]> {
  using encoder = await createEncoder({ channels: 1, sampleRate, frameSize: packetSamples });
  return Array.from({ length: packetsPerSecond }, (_, packet) => {
    const samples = Int16Array.from({ length: packetSamples }, (__, sample) => {
      const turns = ((packet * packetSamples + sample) * hertz) / sampleRate;
      return Math.round(loudness * Math.sin(2 * Math.PI * turns));
    });
    return Buffer.from(encoder.encode(samples));
  });
}

/** A pitch of its own for each phone, in hertz, so that recordings tell two of them apart. */
export function pitchOf(number: string): number {
  return 300 + (Number(number.slice(-2)) || 0) * 10;
}
