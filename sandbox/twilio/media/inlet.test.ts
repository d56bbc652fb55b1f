import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RtpHeader, RtpPacket } from "werift";
import { Inlet } from "./inlet.ts";

const key = Buffer.of(0x10, 0x00);
const delta = Buffer.of(0x10, 0x01);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A track of these layers; what it forwards and what it asks for, by SSRC. */
function open(...ssrcs: number[]) {
  const inlet = new Inlet();
  const forwarded: number[] = [];
  const asked: number[] = [];
  inlet.bind(ssrcs, (ssrc) => asked.push(ssrc));
  inlet.onPacket(({ source }) => forwarded.push(source));
  const receive = (ssrc: number, payload: Buffer, level?: number) =>
    inlet.receive(new RtpPacket(new RtpHeader({ ssrc }), payload), level);
  return { inlet, forwarded, asked, receive };
}

test("a track without simulcast is forwarded whole", () => {
  const { receive, forwarded, asked } = open(1);
  receive(1, delta);
  receive(1, key);
  expect(forwarded).toEqual([1, 1]);
  expect(asked).toEqual([]);
});

test("of several layers the largest is forwarded, from its key frame on", () => {
  const { receive, forwarded, asked } = open(1, 2);
  receive(1, key);
  receive(2, delta);
  receive(1, delta);
  expect(forwarded).toEqual([1, 1]);
  expect(asked).toContain(2);
  receive(2, key);
  receive(1, delta);
  receive(2, delta);
  expect(forwarded).toEqual([1, 1, 2, 2]);
});

test("a layer that is no longer sent gives way to a smaller one", () => {
  const { receive, forwarded } = open(1, 2);
  receive(2, key);
  vi.advanceTimersByTime(1100);
  receive(1, key);
  receive(1, delta);
  expect(forwarded).toEqual([2, 1, 1]);
});

test("the encoder is asked at once, and then no more than it can bear", () => {
  const { inlet, asked } = open(1);
  for (let count = 0; count < 5; count++) inlet.requestKeyFrame();
  expect(asked).toEqual([1]);
  vi.advanceTimersByTime(300);
  expect(asked).toEqual([1, 1]);
  vi.advanceTimersByTime(1000);
  expect(asked).toEqual([1, 1]);
});

test("loudness is the mean since it was last asked for", () => {
  const { inlet, receive } = open(1);
  receive(1, delta, 0);
  receive(1, delta, 10);
  expect(inlet.takeEnergy()).toBeCloseTo(0.55);
  expect(inlet.takeEnergy()).toBe(0);
});
