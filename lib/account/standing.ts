import "server-only";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";

const rememberedMs = 30_000;
const maxPeople = 5_000;
const inGoodStanding = new Map<string, number>();

/**
 * Refuses people whose account is closed: suspended, or about to be deleted. The database lets them
 * reach nobody in any case; this keeps them from everything else, too. That an account is open is
 * remembered for half a minute, that it is closed is not, so that whoever comes back is let in at once.
 *
 * @throws ApiError `account_closed`
 * @throws PostgrestError when the database does not answer
 */
export async function requireStanding(userId: string): Promise<void> {
  if ((inGoodStanding.get(userId) ?? 0) > Date.now()) return;
  const { data } = await adminClient()
    .from("profiles")
    .select("leaving_at, suspended_at")
    .eq("id", userId)
    .maybeSingle()
    .throwOnError();
  judgeStanding(userId, data?.suspended_at ? "suspended" : data?.leaving_at ? "leaving" : null);
}

/**
 * Refuses a person whose account the database has just called closed, and remembers one that is not.
 *
 * @throws ApiError `account_closed`
 */
export function judgeStanding(userId: string, closed: "suspended" | "leaving" | null): void {
  if (closed === "suspended") throw new ApiError("account_closed", "Your account is suspended.");
  if (closed === "leaving") throw new ApiError("account_closed", "Your account is to be deleted.");
  if (inGoodStanding.size >= maxPeople) inGoodStanding.clear();
  inGoodStanding.set(userId, Date.now() + rememberedMs);
}

/** Has the next request of a person look again. */
export function forgetStanding(userId: string): void {
  inGoodStanding.delete(userId);
}
