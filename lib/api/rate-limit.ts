import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { keyedHash } from "@/lib/keyed-hash";
import { adminClient } from "@/lib/supabase/admin";

export interface Limit {
  /** Names the counter; two routes with the same name share it. */
  name: string;
  max: number;
  windowSeconds: number;
}

/**
 * Counts one use, shared by all instances through Postgres.
 *
 * @param limit - how many uses in which window
 * @param subject - whose uses: a user id, an address, a number; stored as a hash
 * @throws ApiError `rate_limited` with the seconds to wait
 */
export async function consume(limit: Limit, subject: string): Promise<void> {
  const { data, error } = await adminClient()
    .rpc("consume_rate_limit", {
      p_key: `${limit.name}:${keyedHash(subject)}`,
      p_max: Math.ceil(limit.max * env().rateLimitFactor),
      p_window_seconds: limit.windowSeconds,
    })
    .single();
  if (error)
    throw new ApiError("unavailable", "Please try again in a moment.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  if (!data.allowed) {
    throw new ApiError("rate_limited", "That was too often. Please wait a little and try again.", {
      retryAfterSeconds: data.retry_after_seconds,
    });
  }
}
