import { service, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };

export const rate_limits: TablePolicy = {
  columns: nothing,
  select: { "a counter": ["select from rate_limits", service] },
  insert: { "a counter": ["insert into rate_limits (key) values ('mine')", service] },
  update: { "a counter": ["update rate_limits set hits = 0", service] },
  delete: { "a counter": ["delete from rate_limits", service] },
};

export const write_limits: TablePolicy = {
  columns: nothing,
  select: { "a limit": ["select from write_limits", service] },
  insert: {
    "a limit": ["insert into write_limits (name, max, window_seconds) values ('n', 1, 1)", service],
  },
  update: { "a limit": ["update write_limits set max = 1000", service] },
  delete: { "a limit": ["delete from write_limits", service] },
};

export const verification_attempts: TablePolicy = {
  columns: nothing,
  select: { "an attempt": ["select from verification_attempts", service] },
  insert: {
    "an attempt": [
      `insert into verification_attempts (recipient_hash, ip_hash, channel, outcome)
       values ('r', 'i', 'sms', 'sent')`,
      service,
    ],
  },
  update: { "an attempt": ["update verification_attempts set outcome = 'approved'", service] },
  delete: { "an attempt": ["delete from verification_attempts", service] },
};

export const verification_approvals: TablePolicy = {
  columns: nothing,
  select: { "an approval": ["select from verification_approvals", service] },
  insert: {
    "an approval": [
      "insert into verification_approvals (recipient_hash, code_hash) values ('r', 'c')",
      service,
    ],
  },
  update: { "an approval": ["update verification_approvals set consumed_at = null", service] },
  delete: { "an approval": ["delete from verification_approvals", service] },
};
