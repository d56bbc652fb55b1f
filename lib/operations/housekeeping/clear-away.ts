import "server-only";
import { adminClient } from "@/lib/supabase/admin";

/** What `clear_away` knows, and for how many days each is kept. */
const keptDays = {
  /** The longest window is a day. */
  rate_limits: 2,
  verification_attempts: 30,
  verification_approvals: 1,
  /** A repeat of a request is recognised for a day. */
  call_requests: 7,
  job_runs: 30,
  /** Words that were taken back: for reports alone. */
  deleted_messages: 30,
  /** Long enough to compare with the same month of last year. */
  call_costs: 400,
  request_counts: 30,
  spend_samples: 400,
  /** Those that are over. */
  alerts: 180,
  /** Events of calls that have no row: on the main line, or of other apps. */
  stray_call_events: 30,
} as const;
type Kind = keyof typeof keptDays | "call_events";

/** @returns how many rows it deleted, at most `limit` @throws PostgrestError */
export async function clearAway(kind: Kind, days: number, limit: number): Promise<number> {
  const { data } = await adminClient()
    .rpc("clear_away", { p_what: kind, p_days: days, p_limit: limit })
    .throwOnError();
  return data;
}

/** Each kind that is always kept for the same time. */
export const kinds = (Object.keys(keptDays) as (keyof typeof keptDays)[]).map((kind) => ({
  kind,
  days: keptDays[kind],
}));
