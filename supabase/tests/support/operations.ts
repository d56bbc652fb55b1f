import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { personId } from "./world.ts";

/** A job has run, a call has cost something, an account is being purged. */
export const makeOperations = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.job_runs (job, finished_at, outcome) values ('reconcile', now(), '{"checked": 1}');
    insert into public.call_costs (leg_sid, ended_at, duration_seconds, price, currency)
      values ('CA' || repeat('c', 32), now(), 60, 0.0085, 'USD');
    insert into public.cost_sweeps (pass, swept_until) values ('first', now());
    insert into public.account_purges (profile_id, due_at) values ('${personId("stranger")}', now());
  `);
