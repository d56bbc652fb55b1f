import { z } from "zod";
import { route } from "@/lib/api/route";
import { listReports } from "@/lib/reports/list-reports";
import { reportSummary } from "@/lib/reports/report-view";
import { Constants } from "@/lib/supabase/database.types";

/** Reports, newest first. */
export const GET = route(
  {
    access: "moderator",
    summary: "List the reports, newest first",
    query: z.object({
      state: z.enum(Constants.public.Enums.report_state).optional(),
      profileId: z.uuid("must be the id of a profile").optional().describe("only about them"),
      limit: z.coerce.number().int().min(1).max(100).default(25),
      before: z.iso.datetime({ offset: true }).optional().describe("`next` of the page before"),
    }),
    response: z.object({ reports: z.array(reportSummary), next: z.string().nullable() }),
  },
  ({ userId, query: { state, ...query } }) =>
    listReports({ ...query, moderatorId: userId, states: state && [state] }),
);
