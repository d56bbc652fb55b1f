import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";

interface Rounds {
  everyMs: number;
  works: (() => Promise<void>)[];
  isUnderWay: boolean;
  /** The process has been told to end: what is left is not waited for. */
  isEnding: boolean;
}

declare global {
  /** Next.js bundles instrumentation.ts, pages and routes apart, each with modules of its own. */
  var duetRounds: Rounds | undefined;
}

/**
 * Sets what is written down or sent in rounds: some time after a request, and as the process ends.
 *
 * @param works - each at the same time as the others; one that throws keeps none from being done
 * @param everyMs - from a request to the end of its round
 */
export function startRounds(works: Rounds["works"], everyMs = 10_000): void {
  const rounds: Rounds = { works, everyMs, isUnderWay: false, isEnding: false };
  process.once("SIGTERM", () => {
    rounds.isEnding = true;
  });
  globalThis.duetRounds = rounds;
}

/**
 * Begins a round after the request that is being answered, unless one is under way. By `after` and
 * no timer: a host that sleeps between requests stays awake for it, and a server that ends waits.
 */
export function keepRounds(): void {
  const rounds = globalThis.duetRounds;
  if (!rounds || rounds.isUnderWay) return;
  rounds.isUnderWay = true;
  after(async () => {
    if (!rounds.isEnding) await timeOrEnd(rounds.everyMs);
    rounds.isUnderWay = false;
    const results = await Promise.allSettled(rounds.works.map((work) => work()));
    for (const result of results)
      if (result.status === "rejected") log.warn({ error: result.reason }, "round not finished");
  });
}

/** Until so much time has passed, or the process is told to end. */
function timeOrEnd(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      process.off("SIGTERM", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    process.once("SIGTERM", end);
  });
}
