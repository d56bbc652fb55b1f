import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { callRoute } from "@/e2e/integration/call-route";
import { onFastClock } from "@/e2e/integration/fast-clock";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import type { Declaration } from "@/lib/api/route";

setPlainEnv();
const { route } = await import("@/lib/api/route");
const { startPatience } = await import("@/lib/api/patience");
const open = { access: "public", summary: "Try it" } satisfies Declaration;

const waiting = (seconds: number) =>
  new Promise<string>((resolve) => {
    setTimeout(() => resolve("done"), seconds * 1000);
  });

test("who waits too long is told to come again, and what was begun is ended all the same", async () => {
  const ended = vi.fn<() => void>();
  const slow = route(open, async () => {
    await waiting(30);
    ended();
    return {};
  });
  const { result, seconds } = await onFastClock(() => callRoute(slow, { path: "/try" }));
  expect(result).toMatchObject({ status: 503, json: { error: { code: "unavailable" } } });
  expect(result.headers.get("retry-after")).toBe("5");
  // The test's server is the one that waits for what is left.
  expect(seconds).toBeGreaterThan(29);
  expect(ended).toHaveBeenCalledOnce();
});

test("all parts of a request share one patience", async () => {
  const parts = route(open, async () => {
    const inTime = startPatience(200);
    await inTime(() => sleep(150));
    await inTime(() => sleep(150));
    return {};
  });
  expect(await callRoute(parts, { path: "/try" })).toMatchObject({ status: 503 });
});
