import { service, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };

export const request_counts: TablePolicy = {
  columns: nothing,
  select: { "a count": ["select from request_counts", service] },
  insert: {
    "a count": [
      `insert into request_counts (minute, route, outcome, status, requests, total_ms, slowest_ms)
       values (now(), 'GET /mine', 'ok', 200, 1, 1, 1)`,
      service,
    ],
  },
  update: { "a count": ["update request_counts set requests = 1", service] },
  delete: { "a count": ["delete from request_counts", service] },
};

export const spend_samples: TablePolicy = {
  columns: nothing,
  select: { "a sample": ["select from spend_samples", service] },
  insert: {
    "a sample": [
      "insert into spend_samples (day, currency, total) values ('2026-01-01', 'USD', 1)",
      service,
    ],
  },
  update: { "a sample": ["update spend_samples set total = 0", service] },
  delete: { "a sample": ["delete from spend_samples", service] },
};

export const alerts: TablePolicy = {
  columns: nothing,
  select: { "an alert": ["select from alerts", service] },
  insert: {
    "an alert": [
      "insert into alerts (rule, value, sentence) values ('mine', 1, 'Something is wrong.')",
      service,
    ],
  },
  update: { "an alert": ["update alerts set resolved_at = now()", service] },
  delete: { "an alert": ["delete from alerts", service] },
};
