import { randomInt } from "node:crypto";
import { createEncoder } from "libopus-wasm";
import { type Clock, pause } from "../calls/clock.ts";
import type { AudioEnd } from "./audio-end.ts";
import { sampleRate } from "./pcm.ts";

const packetMs = 20;
const packetSamples = (sampleRate * packetMs) / 1000;
const opusTicks = 48 * packetMs;

/**
 * Plays samples to a far end in their own time.
 * Resolves after the last; rejects with the signal's reason when that aborts first.
 */
export async function playSound(
  clock: Clock,
  to: Pick<AudioEnd, "play">,
  pcm: Int16Array,
  signal: AbortSignal,
): Promise<void> {
  using encoder = await createEncoder({ channels: 1, sampleRate, frameSize: packetSamples });
  const source = randomInt(2 ** 32);
  const began = clock.now();
  for (let index = 0; index * packetSamples < pcm.length; index++) {
    signal.throwIfAborted();
    const samples = new Int16Array(packetSamples);
    samples.set(pcm.subarray(index * packetSamples, (index + 1) * packetSamples));
    to.play({
      payload: Buffer.from(encoder.encode(samples)),
      timestamp: index * opusTicks,
      sequence: index & 0xffff,
      marker: index === 0,
      source,
    });
    const wait = began + (index + 1) * packetMs - clock.now();
    // Timers are late on a busy machine: what is due by now follows at once.
    if (wait > 0) await pause(clock, wait, signal);
  }
}
