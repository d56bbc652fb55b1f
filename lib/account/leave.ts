import "server-only";
import { endCallsOf } from "@/lib/account/end-calls";
import { forgetStanding } from "@/lib/account/standing";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { adminClient } from "@/lib/supabase/admin";

/**
 * When an account goes for good.
 *
 * @param leavingAt - when its deletion was asked for, ISO 8601
 * @returns ISO 8601
 */
export function deletedFrom(leavingAt: string): string {
  const { graceDays } = env().accounts;
  return new Date(Date.parse(leavingAt) + graceDays * 86_400_000).toISOString();
}

/**
 * Begins the deletion of an account: nobody sees or reaches the person any more, every session but
 * for its last access tokens is over, and calls end. Repeating it changes nothing and ends what
 * calls are left.
 *
 * @returns when the account goes for good, ISO 8601
 * @throws ApiError `not_found` without a profile; when a call cannot be ended what `endCallsOf`
 *   throws, and the deletion has begun
 * @throws PostgrestError when the database does not answer
 */
export async function leave(profileId: string): Promise<string> {
  const { data: leavingAt } = await adminClient()
    .rpc("start_leaving", { p_profile_id: profileId })
    .throwOnError();
  if (!leavingAt) throw new ApiError("not_found", "There is no such account.");
  forgetStanding(profileId);
  await endCallsOf(profileId);
  return deletedFrom(leavingAt);
}

/**
 * Calls the deletion off, while there is something to keep.
 *
 * @throws ApiError `account_closed` once the grace period is over and the purge has begun
 * @throws PostgrestError when the database does not answer
 */
export async function keepAccount(profileId: string): Promise<void> {
  const { data: isKept } = await adminClient()
    .rpc("keep_account", { p_profile_id: profileId })
    .throwOnError();
  if (!isKept) throw new ApiError("account_closed", "The time to come back is over.");
}
