import "server-only";
import { log } from "@/lib/log";
import { type AnsweredRequest, Tally } from "@/lib/operations/traffic/tally";
import { adminClient } from "@/lib/supabase/admin";

declare global {
  /** Next.js bundles instrumentation.ts, pages and routes apart, each with modules of its own. */
  var duetTally: Tally | undefined;
}

/** Counts requests from now on. */
export function startCounting(): void {
  globalThis.duetTally ??= new Tally();
}

/** Counts a request, once counting has started. */
export function tallyRequest(request: AnsweredRequest): void {
  globalThis.duetTally?.add(request, Date.now());
}

/** Writes down what has been counted so far, in one round trip; what fails is kept for the next. */
export async function flushCounts(): Promise<void> {
  const counts = globalThis.duetTally?.take() ?? [];
  if (counts.length === 0) return;
  const { error } = await adminClient().rpc("count_requests", {
    p_counts: counts.map((count) => ({ ...count })),
  });
  if (!error) return;
  globalThis.duetTally?.putBack(counts);
  log.warn({ error }, "requests not counted");
}
