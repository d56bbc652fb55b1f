import { ownerOnly, service, type TablePolicy } from "./policy.ts";

export const reports: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: { "a report": ["select from reports", service] },
  insert: {
    "a report of one's own": [
      "insert into reports (reporter_id, reported_id, reason) values ($me, $bystander, 'spam')",
      service,
    ],
  },
  update: { "what becomes of it": ["update reports set state = 'dismissed'", service] },
  delete: { "a report": ["delete from reports", service] },
};

export const barred_accounts: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: { "who is barred": ["select from barred_accounts", service] },
  insert: { "an address": ["insert into barred_accounts values ('other@example')", service] },
  update: { "an address": ["update barred_accounts set created_at = now()", service] },
  delete: { "an address": ["delete from barred_accounts", service] },
};

export const warnings: TablePolicy = {
  columns: { select: "all", insert: [], update: ["read_at"] },
  select: { "what the owner is told": ["select words from warnings", ownerOnly] },
  insert: {
    "a warning to somebody": [
      "insert into warnings (profile_id, words) values ($bystander, 'Boo')",
      service,
    ],
  },
  update: {
    "that it is read": ["update warnings set read_at = now() where profile_id = $owner", ownerOnly],
    "that it will be read in a year": [
      "update warnings set read_at = now() + interval '1 year' where profile_id = $owner",
      service,
    ],
    "its words": ["update warnings set words = 'Well done'", service],
  },
  delete: { "a warning": ["delete from warnings", service] },
};
