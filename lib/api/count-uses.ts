import "server-only";
import { z } from "zod";
import {
  type Allowance,
  allowedUses,
  counterKey,
  notCounted,
  tooOften,
  type Use,
} from "@/lib/api/rate-limit";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.object({
  closed: z.enum(["suspended", "leaving"]).optional(),
  refused: z.int().optional(),
  remaining: z.int().default(0),
  resets_after_seconds: z.int().default(0),
});

interface CountedUses {
  /** Why the person's account is closed; nothing was counted then. */
  closed: "suspended" | "leaving" | null;
  /** What is left of the limit that refused, or else of the first. */
  allowance: Allowance | undefined;
}

/**
 * Counts several uses for all instances together, in one round trip, and none after the first that
 * is over its limit.
 *
 * @param userId - whose account must not be closed; no matter whose when absent
 * @throws ApiError `unavailable` when the database does not answer
 */
export async function countUses(uses: Use[], userId?: string): Promise<CountedUses> {
  const { data, error } = await adminClient().rpc("admit_request", {
    p_keys: uses.map(counterKey),
    p_maxes: uses.map(({ limit }) => allowedUses(limit)),
    p_windows_seconds: uses.map(({ limit }) => limit.windowSeconds),
    ...(userId && { p_profile_id: userId }),
  });
  if (error) throw notCounted(error);
  const { closed, refused, remaining, resets_after_seconds: seconds } = answer.parse(data);
  const limit = uses[refused ?? 0]?.limit;
  return {
    closed: closed ?? null,
    allowance: limit && {
      ...{ limit, allowed: refused === undefined, remaining, resetsAfterSeconds: seconds },
    },
  };
}

/**
 * Counts several uses, of which each must be within its limit.
 *
 * @throws ApiError `rate_limited` with the seconds to wait, `unavailable`
 */
export async function consumeAll(uses: Use[]): Promise<void> {
  const { allowance } = await countUses(uses);
  if (allowance && !allowance.allowed) throw tooOften(allowance.resetsAfterSeconds);
}
