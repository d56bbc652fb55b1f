import { service, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };

/** A table of the server's own: what each verb is tried with. */
const serverOnly = (table: string, insert: string, update: string): TablePolicy => ({
  columns: nothing,
  select: { "a row": [`select from ${table}`, service] },
  insert: { "a row": [`insert into ${table} ${insert}`, service] },
  update: { "a row": [`update ${table} set ${update}`, service] },
  delete: { "a row": [`delete from ${table}`, service] },
});

export const job_runs = serverOnly("job_runs", "(job) values ('reconcile')", "job = 'alerts'");
export const call_checks = serverOnly(
  "call_checks",
  "(provider_sid) values ('CA' || repeat('e', 32))",
  "due_at = now()",
);
export const call_costs = serverOnly(
  "call_costs",
  `(leg_sid, ended_at, duration_seconds, currency) values ('CA' || repeat('e', 32), now(), 1, 'USD')`,
  "price = 0",
);
export const cost_sweeps = serverOnly(
  "cost_sweeps",
  "(pass, swept_until) values ('again', now())",
  "swept_until = now()",
);
export const account_purges = serverOnly(
  "account_purges",
  "(profile_id, due_at) values ($bystander, now())",
  "due_at = now()",
);
