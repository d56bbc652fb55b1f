import { createEncoder } from "libopus-wasm";
import { sampleRate } from "./pcm.ts";

/** Milliseconds of sound in each of them. */
export const packetMs = 20;

const packetSamples = (sampleRate * packetMs) / 1000;

/** Encodes samples packet by packet as they are asked for; silence fills the last one up. */
export async function* opusPackets(pcm: Int16Array): AsyncGenerator<Buffer> {
  using encoder = await createEncoder({ channels: 1, sampleRate, frameSize: packetSamples });
  for (let from = 0; from < pcm.length; from += packetSamples) {
    const samples = new Int16Array(packetSamples);
    samples.set(pcm.subarray(from, from + packetSamples));
    yield Buffer.from(encoder.encode(samples));
  }
}
