import { service, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };

export const job_runs: TablePolicy = {
  columns: nothing,
  select: { "a run": ["select from job_runs", service] },
  insert: { "a run": ["insert into job_runs (job) values ('reconcile')", service] },
  update: { "a run": ["update job_runs set outcome = '{}'", service] },
  delete: { "a run": ["delete from job_runs", service] },
};
