import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { keyedHash } from "@/lib/keyed-hash";
import { adminClient } from "@/lib/supabase/admin";
import { waitWords } from "@/lib/time/wait-words";

export interface Limit {
  /** Names the counter; two routes with the same name share it. */
  name: string;
  max: number;
  windowSeconds: number;
}

/** One use of a limit. */
export interface Use {
  limit: Limit;
  /** Whose use: a user id, an address, a number; stored as a hash. */
  subject: string;
}

/** What a use has left of its limit. */
export interface Allowance {
  limit: Limit;
  allowed: boolean;
  remaining: number;
  /** Until the window is over. */
  resetsAfterSeconds: number;
}

/** Uses that a limit allows here: its maximum, unless this installation multiplies it. */
export function allowedUses({ max }: Limit): number {
  return Math.ceil(max * env().rateLimitFactor);
}

/** Under what Postgres counts a use. */
export function counterKey({ limit, subject }: Use): string {
  return `${limit.name}:${keyedHash(subject)}`;
}

/**
 * Counts one use, shared by all instances through Postgres.
 *
 * @throws ApiError `rate_limited` with the seconds to wait, `unavailable`
 */
export async function consume(limit: Limit, subject: string): Promise<void> {
  const { data, error } = await adminClient()
    .rpc("consume_rate_limit", {
      p_key: counterKey({ limit, subject }),
      p_max: allowedUses(limit),
      p_window_seconds: limit.windowSeconds,
    })
    .single();
  if (error) throw notCounted(error);
  if (!data.allowed) throw tooOften(data.retry_after_seconds);
}

/** What somebody is told who has to wait. */
export function tooOften(retryAfterSeconds: number): ApiError {
  const message = `That was too often. Please try again ${waitWords(retryAfterSeconds)}.`;
  return new ApiError("rate_limited", message, { retryAfterSeconds });
}

/** A use that could not be counted is refused: limits stand between strangers and a bill. */
export function notCounted(cause: unknown): ApiError {
  const message = "Please try again in a moment.";
  return new ApiError("unavailable", message, { cause, retryAfterSeconds: 5 });
}
