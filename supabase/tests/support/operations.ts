import type { Transaction } from "../../../sandbox/supabase/database.ts";

/** A scheduled job has run. */
export const makeOperations = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.job_runs (job, finished_at, outcome) values ('reconcile', now(), '{"checked": 1}');
  `);
