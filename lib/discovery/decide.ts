import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";
import { pushMatch } from "@/lib/push/after-match";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

interface Decision {
  profileId: string;
  otherId: string;
  kind: Database["public"]["Enums"]["like_kind"];
}

/** Likes are worth something while they are few. */
const likes = { name: "like", max: 100, windowSeconds: 86_400 };

const answer = z.object({
  outcome: z.enum(["decided", "unknown"]),
  match_id: z.uuid().nullish(),
  is_new: z.boolean().optional(),
});

/**
 * Keeps a like or a pass. Two likes make a match, of which the other hears by a notification; sent
 * again, it answers alike.
 *
 * @returns the match, when the like is mutual
 * @throws ApiError `not_found` for somebody whom discovery may not show, `rate_limited` when the
 *   day's likes are given
 */
export async function decide(decision: Decision): Promise<{ id: string } | null> {
  const { profileId, otherId, kind } = decision;
  if (kind === "like") await consumeLike(profileId);
  const { data } = await adminClient()
    .rpc("decide", { p_profile_id: profileId, p_other_id: otherId, p_kind: kind })
    .throwOnError();
  const { outcome, match_id: matchId, is_new: isNew } = answer.parse(data);
  if (outcome === "unknown") throw new ApiError("not_found", "This person is no longer here.");
  if (!matchId) return null;
  if (isNew) pushMatch({ matchId, from: profileId, to: otherId });
  return { id: matchId };
}

async function consumeLike(profileId: string): Promise<void> {
  try {
    await consume(likes, profileId);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "rate_limited") throw error;
    throw new ApiError(
      "rate_limited",
      `You have given your ${likes.max} likes for today. Come back tomorrow.`,
      {
        cause: error,
        ...(error.retryAfterSeconds && { retryAfterSeconds: error.retryAfterSeconds }),
      },
    );
  }
}

/**
 * Takes back the last pass; one that is gone already is taken back.
 *
 * @throws ApiError `conflict` when this person was not the last to be passed
 */
export async function undoPass(profileId: string, otherId: string): Promise<void> {
  const { data: undone } = await adminClient()
    .rpc("undo_pass", { p_profile_id: profileId, p_other_id: otherId })
    .throwOnError();
  if (!undone) throw new ApiError("conflict", "Only the last pass can be taken back.");
}
