import "server-only";
import { ApiError } from "@/lib/api/errors";
import type { Limit } from "@/lib/api/rate-limit";
import { env } from "@/lib/env";

const maxKeys = 50_000;
const windows = new Map<string, { hits: number; endsAt: number }>();

/**
 * Counts one use in this process only: for routes that are cheap and harmless, where a database
 * round trip would cost more than what it protects. Each instance allows the maximum.
 *
 * @throws ApiError `rate_limited` with the seconds to wait
 */
export function consumeHere(limit: Limit, subject: string, now = Date.now()): void {
  const key = `${limit.name}:${subject}`;
  let window = windows.get(key);
  if (!window || window.endsAt <= now) {
    if (windows.size >= maxKeys) windows.clear();
    window = { hits: 0, endsAt: now + limit.windowSeconds * 1000 };
    windows.set(key, window);
  }
  window.hits += 1;
  if (window.hits > limit.max * env().rateLimitFactor) {
    throw new ApiError("rate_limited", "That was too often. Please wait a little and try again.", {
      retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000),
    });
  }
}
