import "server-only";
import { z } from "zod";
import { endCallsOf } from "@/lib/account/end-calls";
import { forgetStanding } from "@/lib/account/standing";
import { ApiError } from "@/lib/api/errors";
import type { ReportAction } from "@/lib/reports/report-view";
import { adminClient } from "@/lib/supabase/admin";

interface Decision {
  reportId: string;
  moderatorId: string;
  action: ReportAction;
  /** For the other moderators. */
  note: string;
  /** What a person who is warned or suspended reads. */
  words?: string | undefined;
}

const answer = z.object({
  outcome: z.enum(["done", "unknown", "settled", "gone", "self"]),
  reported_id: z.uuid().nullish(),
});

/**
 * What a moderator does about a report, or about an appeal. Who is suspended is signed out everywhere, reaches nobody
 * from this moment, and their calls end.
 *
 * @throws ApiError `not_found`, `conflict` for a report that is settled or whose person is gone,
 *   `forbidden` about oneself; when a call cannot be ended what `endCallsOf` throws, and the
 *   decision stands
 * @throws PostgrestError when the database does not answer
 */
export async function settleReport(decision: Decision): Promise<void> {
  const { data } = await adminClient()
    .rpc("settle_report", {
      p_report_id: decision.reportId,
      p_moderator_id: decision.moderatorId,
      p_action: decision.action,
      p_note: decision.note,
      p_words: decision.words,
    })
    .throwOnError();
  const { outcome, reported_id } = answer.parse(data);
  if (outcome === "unknown") throw new ApiError("not_found", "There is no such report.");
  if (outcome === "settled") throw new ApiError("conflict", "This report is settled already.");
  if (outcome === "gone") throw new ApiError("conflict", "This account does not exist any more.");
  if (outcome === "self") throw new ApiError("forbidden", "Another moderator has to decide this.");
  if (decision.action === "suspend" && reported_id) {
    forgetStanding(reported_id);
    await endCallsOf(reported_id);
  }
}
