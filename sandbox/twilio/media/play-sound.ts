import { randomInt } from "node:crypto";
import { type Clock, pause } from "../calls/clock.ts";
import type { AudioEnd } from "./audio-end.ts";
import { opusPackets, packetMs } from "./opus-packets.ts";

const packetTicks = 48 * packetMs;

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
  const source = randomInt(2 ** 32);
  const began = clock.now();
  let index = 0;
  for await (const payload of opusPackets(pcm)) {
    signal.throwIfAborted();
    const timestamp = index * packetTicks;
    to.play({ payload, timestamp, sequence: index & 0xffff, marker: index === 0, source });
    index++;
    // Timers are late on a busy machine: what is due by now follows at once.
    const wait = began + index * packetMs - clock.now();
    if (wait > 0) await pause(clock, wait, signal);
  }
}
