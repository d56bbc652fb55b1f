import "server-only";
import { z } from "zod";
import type { Caller } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { blockPerson } from "@/lib/blocks/block-person";
import type { ReportReason } from "@/lib/reports/reasons";
import { adminClient } from "@/lib/supabase/admin";

interface Report {
  /** Acts as the reporter. */
  supabase: Caller["supabase"];
  reporterId: string;
  reportedId: string;
  reason: ReportReason;
  details: string;
  /** Where it happened: the latest messages are kept as evidence. */
  matchId?: string | undefined;
  /** CallSid or RoomSid in which it happened. */
  callSid?: string | undefined;
  block: boolean;
}

const answer = z.object({ outcome: z.enum(["reported", "unknown"]) });

/**
 * Keeps a report with its evidence, then blocks the person if that is wanted. The evidence comes
 * first: what is said in answer to a block cannot get in its way.
 *
 * @throws ApiError `not_found` for somebody whom the reporter has no such match with; when a call
 *   cannot be ended what `blockPerson` throws, and report and block stand
 * @throws PostgrestError when the database does not answer
 */
export async function reportPerson(report: Report): Promise<void> {
  const { supabase, reporterId, reportedId } = report;
  const { data } = await adminClient()
    .rpc("report_person", {
      p_reporter_id: reporterId,
      p_reported_id: reportedId,
      p_reason: report.reason,
      p_details: report.details,
      p_match_id: report.matchId,
      p_call_sid: report.callSid,
    })
    .throwOnError();
  if (answer.parse(data).outcome === "unknown") {
    throw new ApiError("not_found", "There is no such person.");
  }
  if (report.block) {
    await blockPerson({ supabase, blockerId: reporterId, blockedId: reportedId });
  }
}
