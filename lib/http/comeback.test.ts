import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { awaitComeback } from "@/lib/http/comeback";

const health = vi.fn<typeof fetch>();
const onDown = vi.fn<() => void>();
const onBack = vi.fn<() => void>();
let network: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  network = new EventTarget();
  vi.stubGlobal("fetch", health);
  vi.stubGlobal("addEventListener", network.addEventListener.bind(network));
  vi.stubGlobal("removeEventListener", network.removeEventListener.bind(network));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const isDown = () => health.mockResolvedValue(new Response(null, { status: 503 }));
const isWell = () => health.mockImplementation(async () => new Response());

test("a page whose database is gone says so, and comes back by itself, once", async () => {
  isDown();
  awaitComeback({ onDown, onBack });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(onDown).toHaveBeenCalled();
  expect(onBack).not.toHaveBeenCalled();
  isWell();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onBack).toHaveBeenCalledOnce();
});

test("a page that fails while all is well is not drawn again and again", async () => {
  isWell();
  awaitComeback({ onDown, onBack });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onDown).not.toHaveBeenCalled();
  expect(onBack).not.toHaveBeenCalled();
  expect(health).toHaveBeenCalledOnce();
});

test("an app that cannot be reached at all is down, and asked less and less often", async () => {
  health.mockRejectedValue(new TypeError("Failed to fetch"));
  awaitComeback({ onDown, onBack });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onDown).toHaveBeenCalled();
  expect(health.mock.calls.length).toBeLessThan(9);
});

test("it looks at once when the network is back", async () => {
  isDown();
  awaitComeback({ onDown, onBack });
  await vi.advanceTimersByTimeAsync(0);
  isWell();
  network.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(onBack).toHaveBeenCalledOnce();
});

test("nothing is asked any more once the page has gone", async () => {
  isDown();
  const stop = awaitComeback({ onDown, onBack });
  await vi.advanceTimersByTimeAsync(0);
  stop();
  isWell();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(health).toHaveBeenCalledOnce();
  expect(onBack).not.toHaveBeenCalled();
});
