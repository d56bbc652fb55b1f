import "server-only";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";
import type { Json } from "@/lib/supabase/database.types";

/** Scheduled work, by the name of its route under /api/cron/. */
export type Job = "accounts" | "reconcile" | "housekeeping" | "alerts";

/**
 * Does scheduled work and keeps one row of it in `job_runs`: when it began, when it ended, and what
 * it answered or why it failed. A run that is cut off leaves a row without an end.
 *
 * @param work - answers numbers and flags, nothing private
 * @returns what the work answered
 * @throws what the work throws, once that is on record
 * @throws PostgrestError when the database does not answer
 */
export async function runJob<Outcome extends Record<string, Json>>(
  job: Job,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const { data: run } = await adminClient()
    .from("job_runs")
    .insert({ job })
    .select("id")
    .single()
    .throwOnError();
  try {
    const outcome = await work();
    await finish(run.id, { p_outcome: outcome });
    return outcome;
  } catch (error) {
    await finish(run.id, { p_error: sentenceOf(error) });
    throw error;
  }
}

/** Said again of a run that has ended, it changes nothing. */
async function finish(id: number, end: { p_outcome: Json } | { p_error: string }): Promise<void> {
  await adminClient()
    .rpc("finish_job_run", { p_id: id, ...end })
    .throwOnError();
}

/** A message that is not ours may quote a number: of others only what kind of failure it was. */
function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  return `Unexpected failure: ${name}.`;
}
