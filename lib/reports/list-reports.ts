import "server-only";
import { presentSummary, type ReportState, type ReportSummary } from "@/lib/reports/report-view";
import { adminClient } from "@/lib/supabase/admin";

interface Wanted {
  /** Who asks: what is said about them is for the others. */
  moderatorId: string;
  /** Only those; absent: all. */
  states?: readonly ReportState[] | undefined;
  /** Only about this person. */
  profileId?: string | undefined;
  /** How many at most. */
  limit: number;
  /** Only older ones than this, ISO 8601. */
  before?: string | undefined;
}

/** For whoever has made sure that a moderator asks: both people, and what the list shows. */
export const summaryColumns = `
  id, state, reason, details, created_at,
  reported:profiles!reports_reported_id_fkey(id, display_name, suspended_at),
  reporter:profiles!reports_reporter_id_fkey(id, display_name, suspended_at)
` as const;

/**
 * Reports, newest first, for moderators.
 *
 * @returns a page, and what to ask for as `before` to go on; null at the end
 * @throws PostgrestError
 */
export async function listReports({
  moderatorId,
  states,
  profileId,
  limit,
  before,
}: Wanted): Promise<{ reports: ReportSummary[]; next: string | null }> {
  let query = adminClient()
    .from("reports")
    .select(summaryColumns)
    .or(`reported_id.is.null,reported_id.neq.${moderatorId}`)
    .order("created_at", { ascending: false })
    .limit(limit + 1);
  if (states) query = query.in("state", [...states]);
  if (profileId) query = query.eq("reported_id", profileId);
  if (before) query = query.lt("created_at", before);
  const { data: rows } = await query.throwOnError();
  const page = rows.slice(0, limit);
  return {
    reports: page.map(presentSummary),
    next: rows.length > limit ? (page.at(-1)?.created_at ?? null) : null,
  };
}
