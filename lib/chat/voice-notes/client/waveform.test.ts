import { expect, test } from "vitest";
import { waveformOf } from "@/lib/chat/voice-notes/client/waveform";

test("the loudest moment of each part counts", () => {
  const levels = Array.from({ length: 640 }, (_, at) => (at % 10 === 3 ? at / 640 : 0));
  const waveform = waveformOf(levels);
  expect(waveform).toHaveLength(64);
  expect(waveform[0]).toBe(0);
  expect(waveform[32]).toBe(50);
  expect(waveform.at(-1)).toBe(99);
});

test("a recording of a moment, too, has all of its parts", () => {
  const waveform = waveformOf([0.2, 1]);
  expect(waveform).toHaveLength(64);
  expect([waveform[0], waveform[31], waveform[32]]).toEqual([20, 20, 100]);
  expect(waveformOf([])).toEqual(Array.from({ length: 64 }, () => 0));
});
