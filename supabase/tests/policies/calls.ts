import { members, service, type TablePolicy } from "./policy.ts";

export const calls: TablePolicy = {
  columns: {
    select: [
      "answered_at",
      "caller_id",
      "duration_seconds",
      "ended_at",
      "error_code",
      "id",
      "kind",
      "match_id",
      "participants",
      "provider_sid",
      "reach",
      "recording",
      "recording_asked_by",
      "shown_end_reason",
      "started_at",
      "status",
    ],
    insert: [],
    update: [],
  },
  select: {
    "that a block ended it": ["select end_reason from calls where id = $call", service],
    "a call of the match": ["select from calls where id = $call", members],
    "a call of others": ["select from calls where match_id = $foreign", service],
  },
  insert: {
    "a call": [
      `insert into calls (provider_sid, kind, match_id, caller_id)
       values ('CA' || repeat('f', 32), 'voice', $match, $me)`,
      service,
    ],
  },
  update: {
    "how it ended": ["update calls set status = 'completed' where id = $call", service],
  },
  delete: { "a call": ["delete from calls where id = $call", service] },
};

export const call_participants: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "who took part": ["select from call_participants where call_id = $call", members],
    "who took part in a call of others": [
      "select from call_participants where profile_id = $bystander",
      service,
    ],
  },
  insert: {
    "oneself into a call": [
      "insert into call_participants (call_id, profile_id, role) values ($call, $me, 'callee')",
      service,
    ],
  },
  update: {
    "one's own leg": [
      "update call_participants set joined_at = now() where call_id = $call",
      service,
    ],
  },
  delete: { "a leg": ["delete from call_participants where call_id = $call", service] },
};

export const call_history: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: { "the lines of a call": ["select from call_history where call_id = $call", service] },
  insert: {
    "a line": [
      `insert into call_history
         (profile_id, call_id, started_at, kind, is_group, is_outgoing, outcome, talk_seconds)
       values ($bystander, $call, now(), 'voice', false, true, 'answered', 1)`,
      service,
    ],
  },
  update: {
    "that it was answered": [
      "update call_history set outcome = 'answered' where call_id = $call",
      service,
    ],
  },
  delete: { "one's line": ["delete from call_history where call_id = $call", service] },
};

export const call_events: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: { "the audit log": ["select from call_events where call_id = $call", service] },
  insert: {
    "an event": [
      `insert into call_events
         (call_id, provider_sid, leg_sid, event, status, idempotency_key, occurred_at)
       values ($call, 'CA', 'CA', 'ringing', 'ringing', 'new', now())`,
      service,
    ],
  },
  update: { "an event": ["update call_events set payload = '{}' where call_id = $call", service] },
  delete: { "an event": ["delete from call_events where call_id = $call", service] },
};
