/** How many requests of one minute were answered alike; a row of `request_counts`. */
export interface RequestCount {
  /** ISO 8601, at the full minute. */
  minute: string;
  /** Verb and pattern. */
  route: string;
  /** `ok` or the error code. */
  outcome: string;
  status: number;
  requests: number;
  total_ms: number;
  slowest_ms: number;
}

export interface AnsweredRequest {
  route: string;
  outcome: string;
  status: number;
  /** How long it took. */
  ms: number;
}

/** More different ones than a minute can have, unless the database is away for long. */
const maxCounts = 5_000;

/** Requests counted in memory until somebody takes the counts away. */
export class Tally {
  #counts = new Map<string, RequestCount>();

  /** @param at - milliseconds since the epoch */
  add({ route, outcome, status, ms }: AnsweredRequest, at: number): void {
    const minute = new Date(at - (at % 60_000)).toISOString();
    const whole = Math.round(ms);
    this.#put({ minute, route, outcome, status, requests: 1, total_ms: whole, slowest_ms: whole });
  }

  /** All counts there are; from here on they are the caller's. */
  take(): RequestCount[] {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    return counts;
  }

  /** Counts that could not be kept elsewhere. Past the maximum, new kinds are dropped. */
  putBack(counts: readonly RequestCount[]): void {
    for (const count of counts) this.#put(count);
  }

  #put(more: RequestCount): void {
    const key = [more.minute, more.route, more.outcome, more.status].join("|");
    const count = this.#counts.get(key);
    if (count) {
      count.requests += more.requests;
      count.total_ms += more.total_ms;
      count.slowest_ms = Math.max(count.slowest_ms, more.slowest_ms);
    } else if (this.#counts.size < maxCounts) {
      this.#counts.set(key, { ...more });
    }
  }
}
