import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RTCPeerConnection } from "werift";
import { Outlet } from "./outlet.ts";
import type { MediaPacket } from "./packet.ts";

const packetOf = (payload: Buffer): MediaPacket => ({
  payload,
  marker: true,
  source: 1,
  sequence: 1,
  timestamp: 0,
});
const key = packetOf(Buffer.of(0x10, 0x00));
const delta = packetOf(Buffer.of(0x10, 0x01));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An outlet of a track of which nothing comes but what the test sends. */
function open() {
  const outlet = new Outlet(new RTCPeerConnection().addTransceiver("video"));
  const seen = { asked: 0, send: (_packet: MediaPacket) => {} };
  outlet.attach("MT1", {
    onPacket: (listener) => {
      seen.send = listener;
      return () => {};
    },
    requestKeyFrame: () => {
      seen.asked += 1;
    },
    takeEnergy: () => 0,
  });
  return { outlet, seen };
}

test("a picture that nothing comes of is asked for until it begins", () => {
  const { outlet, seen } = open();
  vi.advanceTimersByTime(5000);
  expect(seen.asked).toBe(0);
  outlet.negotiated("MT1");
  expect(seen.asked).toBe(1);
  vi.advanceTimersByTime(3000);
  expect(seen.asked).toBe(4);
  seen.send(key);
  vi.advanceTimersByTime(5000);
  expect(seen.asked).toBe(4);
});

test("what needs a picture that is missing asks for it at once", () => {
  const { outlet, seen } = open();
  outlet.negotiated("MT1");
  seen.send(delta);
  expect(seen.asked).toBe(2);
});

test("a picture that is shown again is asked for again, one that is hidden or gone is not", () => {
  const { outlet, seen } = open();
  outlet.negotiated("MT1");
  seen.send(key);
  outlet.setPaused(true);
  vi.advanceTimersByTime(5000);
  expect(seen.asked).toBe(1);
  outlet.setPaused(false);
  vi.advanceTimersByTime(1000);
  expect(seen.asked).toBe(3);
  outlet.setPaused(true);
  vi.advanceTimersByTime(5000);
  outlet.setPaused(false);
  outlet.detach();
  vi.advanceTimersByTime(5000);
  expect(seen.asked).toBe(4);
});
