import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startOnDemand } from "@/lib/on-demand";

/** Only what the idle callback and waking up need of a browser. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const running = () => ({ stop: vi.fn() });

it("starts when the page is idle, once", async () => {
  const code = running();
  const open = vi.fn(async () => code);
  const demand = startOnDemand(open);
  expect(demand.started()).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(demand.started()).toBe(code);
  expect(await demand.load()).toBe(code);
  expect(open).toHaveBeenCalledTimes(1);
});

it("tries again when the network was not there", async () => {
  const code = running();
  const open = vi.fn(async () => code).mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const demand = startOnDemand(open);
  expect(await demand.load()).toBeNull();
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(200);
  expect(demand.started()).toBe(code);
});

it("stops what runs, and what was on its way when it was stopped", async () => {
  const [early, late] = [running(), running()];
  const first = startOnDemand(async () => early);
  await first.load();
  first.stop();
  expect(early.stop).toHaveBeenCalledTimes(1);

  const second = startOnDemand(async () => late);
  const loading = second.load();
  second.stop();
  expect(await loading).toBeNull();
  expect(late.stop).toHaveBeenCalledTimes(1);
});

it("starts nothing once it was stopped", async () => {
  const open = vi.fn(async () => running());
  const demand = startOnDemand(open);
  demand.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(await demand.load()).toBeNull();
  expect(open).not.toHaveBeenCalled();
});
