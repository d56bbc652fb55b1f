import "server-only";
import { ApiError } from "@/lib/api/errors";
import { summaryColumns } from "@/lib/reports/list-reports";
import { evidence, presentSummary, type ReportView } from "@/lib/reports/report-view";
import { adminClient } from "@/lib/supabase/admin";

const columns = `
  ${summaryColumns}, evidence, action, note, handled_at,
  handler:profiles!reports_handled_by_fkey(display_name),
  call:calls(kind, started_at, duration_seconds)
` as const;

/**
 * One report, whole, for moderators.
 *
 * @param moderatorId - who asks: who reported them, and why, is for the others
 * @throws ApiError `not_found`, also for a report about whoever asks
 * @throws PostgrestError
 */
export async function findReport(id: string, moderatorId: string): Promise<ReportView> {
  const db = adminClient();
  const { data: row } = await db
    .from("reports")
    .select(columns)
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  if (!row || row.reported?.id === moderatorId)
    throw new ApiError("not_found", "There is no such report.");
  const others = row.reported ? await countOthers(id, row.reported.id) : 0;
  return {
    ...presentSummary(row),
    details: row.details,
    evidence: row.evidence === null ? null : evidence.parse(row.evidence),
    call: row.call && {
      kind: row.call.kind,
      startedAt: row.call.started_at,
      durationSeconds: row.call.duration_seconds,
    },
    action: row.action,
    note: row.note,
    handledBy: row.handler?.display_name ?? null,
    handledAt: row.handled_at,
    others,
  };
}

async function countOthers(id: string, reportedId: string): Promise<number> {
  const { count } = await adminClient()
    .from("reports")
    .select("*", { count: "exact", head: true })
    .eq("reported_id", reportedId)
    .neq("id", id)
    .throwOnError();
  return count ?? 0;
}
