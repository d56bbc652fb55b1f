import { z } from "zod";
import { Constants } from "@/lib/supabase/database.types";

const { report_state, report_action, report_reason } = Constants.public.Enums;

/** How much of a text the list shows. */
const excerptLength = 140;

const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  suspended: z.boolean().describe("whether the account is suspended now"),
});

/** A report as the list shows it. */
export const reportSummary = z.object({
  id: z.uuid(),
  state: z.enum(report_state),
  reason: z.enum(report_reason),
  excerpt: z.string().describe("how the details begin"),
  createdAt: z.iso.datetime({ offset: true }),
  reported: personView.nullable().describe("null once the account is deleted"),
  reporter: personView.nullable(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

const evidenceMessage = z.object({
  from: z.enum(["reporter", "reported", "other"]),
  kind: z.string(),
  body: z.string().nullable(),
  seconds: z.number().nullable(),
  at: z.string(),
  deleted: z.boolean(),
});
export type EvidenceMessage = z.infer<typeof evidenceMessage>;

/** The profile and the messages as they were when the report was made. */
export const evidence = z.object({
  profile: z.object({
    name: z.string(),
    bio: z.string(),
    age: z.number(),
    occupation: z.string().nullable(),
    hometown: z.string().nullable(),
    interests: z.array(z.string()),
    has_picture: z.boolean(),
    since: z.string(),
  }),
  messages: z.array(evidenceMessage),
});

/** All that moderators see of a report. */
export const reportView = reportSummary.extend({
  details: z.string(),
  evidence: evidence.nullable().describe("null once one of the two is deleted"),
  call: z
    .object({ kind: z.string(), startedAt: z.string(), durationSeconds: z.number().nullable() })
    .nullable(),
  action: z.enum(report_action).nullable(),
  note: z.string(),
  handledBy: z.string().nullable(),
  handledAt: z.string().nullable(),
  others: z.number().int().describe("how many other reports there are of this person"),
});
export type ReportView = z.infer<typeof reportView>;
export type ReportState = ReportSummary["state"];
export type ReportAction = z.infer<typeof reportView>["action"] & string;

interface NamedRow {
  id: string;
  display_name: string;
  suspended_at: string | null;
}
interface SummaryRow {
  id: string;
  state: ReportState;
  reason: ReportSummary["reason"];
  details: string;
  created_at: string;
  reported: NamedRow | null;
  reporter: NamedRow | null;
}

/** A row of reports, with both people, as the API gives it. */
export function presentSummary(row: SummaryRow): ReportSummary {
  const { id, state, reason, details, created_at } = row;
  const excerpt =
    details.length > excerptLength ? `${details.slice(0, excerptLength - 1)}…` : details;
  return {
    id,
    state,
    reason,
    excerpt,
    createdAt: created_at,
    reported: person(row.reported),
    reporter: person(row.reporter),
  };
}

function person(row: NamedRow | null) {
  return row && { id: row.id, name: row.display_name, suspended: row.suspended_at !== null };
}
