import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { type AnsweredRequest, Tally } from "@/lib/operations/traffic/tally";
import { adminClient } from "@/lib/supabase/admin";

const everyMs = 10_000;

interface Counting {
  tally: Tally;
  flushedAt: number;
}

declare global {
  /** Next.js bundles instrumentation.ts, pages and routes apart, each with modules of its own. */
  var duetCounting: Counting | undefined;
}

/** Counts requests from now on, and writes the counts down every ten seconds and at the end. */
export function startCounting(): void {
  if (globalThis.duetCounting) return;
  globalThis.duetCounting = { tally: new Tally(), flushedAt: Date.now() };
  setInterval(() => void flushCounts(), everyMs).unref();
  process.once("SIGTERM", () => void flushCounts());
}

/** Counts a request, once counting has started. */
export function tallyRequest(request: AnsweredRequest): void {
  globalThis.duetCounting?.tally.add(request, Date.now());
}

/**
 * Writes the counts down after this request when the timer has missed its time: on a host that sleeps
 * between requests, timers sleep too.
 */
export function flushOverdueCounts(): void {
  const counting = globalThis.duetCounting;
  if (counting && Date.now() - counting.flushedAt > 1.5 * everyMs) after(flushCounts);
}

/** Writes down what has been counted so far, in one round trip; what fails is kept for the next. */
export async function flushCounts(): Promise<void> {
  const counting = globalThis.duetCounting;
  if (!counting) return;
  counting.flushedAt = Date.now();
  const counts = counting.tally.take();
  if (counts.length === 0) return;
  const { error } = await adminClient().rpc("count_requests", {
    p_counts: counts.map((count) => ({ ...count })),
  });
  if (!error) return;
  counting.tally.putBack(counts);
  log.warn({ error }, "requests not counted");
}
