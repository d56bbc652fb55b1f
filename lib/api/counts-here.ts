import "server-only";
import { type Allowance, allowedUses, counterKey, type Use } from "@/lib/api/rate-limit";

/** The uses of one key in its current window. */
interface Tally {
  key: string;
  windowSeconds: number;
  /** Uses in all instances, as Postgres last said. */
  known: number;
  /** Uses here that Postgres has not heard of yet. */
  fresh: number;
  /** Milliseconds since 1970. */
  endsAt: number;
  shared: boolean;
}

const maxTallies = 50_000;
const tallies = new Map<string, Tally>();

/**
 * Counts one use in this process, on top of what others are known to have counted. It asks nobody,
 * so that the request waits for nothing.
 *
 * @param shared - whether Postgres is to hear of it; see `settle`
 */
export function countHere(use: Use, { shared = true, now = Date.now() } = {}): Allowance {
  const { limit, subject } = use;
  const name = `${limit.name}:${subject}`;
  let tally = tallies.get(name);
  if (!tally || tally.endsAt <= now) {
    if (tallies.size >= maxTallies) dropOver(now);
    const endsAt = now + limit.windowSeconds * 1000;
    const { windowSeconds } = limit;
    tally = { key: counterKey(use), windowSeconds, known: 0, fresh: 0, endsAt, shared };
    tallies.set(name, tally);
  }
  const left = allowedUses(limit) - tally.known - tally.fresh;
  // What is refused is not counted: it must not lengthen anybody's wait.
  if (left > 0) tally.fresh += 1;
  return {
    limit,
    allowed: left > 0,
    remaining: Math.max(0, left - 1),
    resetsAfterSeconds: Math.max(1, Math.ceil((tally.endsAt - now) / 1000)),
  };
}

/**
 * Counts several uses, and none after the first that is over its limit: who is over their own uses up
 * nothing that they share with others.
 *
 * @returns what the limit that refused has left, or else the first; undefined without any
 */
export function countAllHere(uses: readonly Use[]): Allowance | undefined {
  let first: Allowance | undefined;
  for (const use of uses) {
    const allowance = countHere(use);
    if (!allowance.allowed) return allowance;
    first ??= allowance;
  }
  return first;
}

function dropOver(now: number): void {
  for (const [name, { endsAt }] of tallies) if (endsAt <= now) tallies.delete(name);
  if (tallies.size >= maxTallies) tallies.clear();
}

/** What Postgres is to be told: uses by key. */
export interface Report {
  key: string;
  uses: number;
  windowSeconds: number;
}

/** What Postgres says of a key, all instances together. */
export interface Total {
  key: string;
  hits: number;
  resetsAfterSeconds: number;
}

/** PostgREST answers with 1,000 rows at most; uses that no answer confirms would be told again. */
const mostAtOnce = 500;

/**
 * Tells of the uses that were counted here since the last time, and takes in what all instances have
 * counted. What could not be told is told the next time.
 *
 * @param tell - adds the uses to the shared counters and answers with the totals
 */
export async function settle(tell: (reports: Report[]) => Promise<Total[]>): Promise<void> {
  const now = Date.now();
  const told = new Map(
    [...tallies.values()]
      .filter(({ shared, fresh, endsAt }) => shared && fresh > 0 && endsAt > now)
      .map((tally) => [tally.key, { tally, uses: tally.fresh }]),
  );
  if (told.size === 0) return;
  const reports = [...told.values()].map(({ tally, uses }) => {
    const { key, windowSeconds } = tally;
    return { key, uses, windowSeconds };
  });
  for (let from = 0; from < reports.length; from += mostAtOnce) {
    for (const total of await tell(reports.slice(from, from + mostAtOnce))) {
      const entry = told.get(total.key);
      if (!entry) continue;
      entry.tally.known = total.hits;
      entry.tally.fresh -= entry.uses;
      entry.tally.endsAt = Date.now() + total.resetsAfterSeconds * 1000;
    }
  }
}
