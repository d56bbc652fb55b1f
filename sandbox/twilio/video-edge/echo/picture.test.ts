import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { MediaPacket } from "../../media/packet.ts";
import { beginsKeyFrame } from "../../media/vp8.ts";
import { handTimers } from "../../testing/hand-timers.ts";
import { Picture, readIvf } from "./picture.ts";

const film = readIvf(await readFile(new URL("./picture.ivf", import.meta.url)));
const frameMs = 1000 / film.framesPerSecond;

function show() {
  const { clock, advance } = handTimers();
  const picture = new Picture(film, clock);
  const packets: MediaPacket[] = [];
  const stop = picture.onPacket((packet) => packets.push(packet));
  const keyFrames = () => packets.filter(({ payload }) => beginsKeyFrame(payload)).length;
  return {
    picture,
    packets,
    keyFrames,
    stop,
    frames: (count: number) => advance(count * frameMs + 1),
  };
}

test("the film is small, and its first frame alone needs no other", async () => {
  expect(film.frames.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(100_000);
  const { packets, keyFrames, frames, stop } = show();
  await frames(film.frames.length);
  expect(keyFrames()).toBe(1);
  expect(packets.filter(({ marker }) => marker)).toHaveLength(film.frames.length);
  stop();
});

test("it begins anew when it is over, without a break in the stream", async () => {
  const { packets, keyFrames, frames, stop } = show();
  await frames(film.frames.length + 1);
  expect(keyFrames()).toBe(2);
  const steps = packets
    .slice(1)
    .map(({ sequence }, index) => sequence - (packets[index]?.sequence ?? 0));
  expect(new Set(steps)).toEqual(new Set([1]));
  stop();
});

test("whoever asks for a key frame has it with the next frame", async () => {
  const { picture, keyFrames, frames, stop } = show();
  await frames(10);
  picture.requestKeyFrame();
  await frames(1);
  expect(keyFrames()).toBe(2);
  stop();
});

test("it stands still while nobody watches", async () => {
  const { packets, frames, stop } = show();
  await frames(3);
  stop();
  const before = packets.length;
  await frames(10);
  expect(packets).toHaveLength(before);
});
