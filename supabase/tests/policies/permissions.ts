import { service, type TablePolicy } from "./policy.ts";

export const call_permission_requests: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: {
    "what was asked, and what became of it": ["select from call_permission_requests", service],
  },
  insert: {
    "a request past the rules about asking": [
      `insert into call_permission_requests (match_id, asker_id, kind)
       values ($foreign, $bystander, 'voice')`,
      service,
    ],
  },
  update: {
    "the answer": ["update call_permission_requests set state = 'allowed'", service],
  },
  delete: { "a request": ["delete from call_permission_requests", service] },
};
