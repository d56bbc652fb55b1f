import { z } from "zod";
import { route } from "@/lib/api/route";
import { findReport } from "@/lib/reports/find-report";
import { reportParams } from "@/lib/reports/report-fields";
import { reportView } from "@/lib/reports/report-view";
import { settleReport } from "@/lib/reports/settle-report";
import { Constants } from "@/lib/supabase/database.types";

const response = z.object({ report: reportView });

/** One report with its evidence. */
export const GET = route(
  {
    access: "moderator",
    summary: "One report, with its evidence",
    params: reportParams,
    response,
    errors: ["not_found"],
  },
  async ({ userId, params }) => ({ report: await findReport(params.id, userId) }),
);

/** Takes a report on, or settles it. */
export const PATCH = route(
  {
    access: "moderator",
    summary: "Take a report on, dismiss it, warn or suspend the person, or lift a suspension",
    params: reportParams,
    body: z
      .object({
        action: z.enum(Constants.public.Enums.report_action),
        note: z.string().max(2000).default("").describe("for the other moderators"),
        words: z.string().trim().min(1).max(500).optional().describe("what the person reads"),
      })
      .refine(({ action, words }) => words || (action !== "warn" && action !== "suspend"), {
        path: ["words"],
        message: "is what the person reads: say why",
      }),
    response,
    errors: ["not_found", "conflict", "forbidden", "not_configured", "provider_error"],
  },
  async ({ userId, params, body }) => {
    await settleReport({ reportId: params.id, moderatorId: userId, ...body });
    return { report: await findReport(params.id, userId) };
  },
);
