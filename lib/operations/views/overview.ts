import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const alert = z.object({
  rule: z.string(),
  subject: z.string(),
  sentence: z.string(),
  since: z.string(),
  resolved_at: z.string().nullable(),
});
const job = z.object({
  job: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  outcome: z.record(z.string(), z.unknown()).nullable(),
  error: z.string().nullable(),
});
const overview = z.object({
  live: z.number(),
  stuck: z.number(),
  today: z.number(),
  answered: z.number(),
  to_check: z.number(),
  reports: z.number(),
  requests: z.object({
    all: z.number(),
    failed: z.number(),
    limited: z.number(),
    refused: z.number(),
  }),
  alerts: z.array(alert),
  jobs: z.array(job),
});
export type Overview = z.infer<typeof overview>;

/** How the installation does now. For whoever has made sure that a moderator asks. @throws PostgrestError */
export async function readOverview(): Promise<Overview> {
  const { data } = await adminClient().rpc("operators_overview").throwOnError();
  return overview.parse(data);
}
