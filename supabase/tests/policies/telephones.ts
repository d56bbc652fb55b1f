import { ownerOnly, service, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };

export const relays: TablePolicy = {
  columns: nothing,
  select: { "which number joins two people": ["select from relays", service] },
  insert: {
    "a relay": [
      `insert into relays (match_id, number_id, expires_at)
       select $foreign, id, 'infinity' from phone_numbers limit 1`,
      service,
    ],
  },
  update: { "how long it lives": ["update relays set expires_at = 'infinity'", service] },
  delete: { "a relay": ["delete from relays", service] },
};

export const relay_members: TablePolicy = {
  columns: nothing,
  select: { "whom a number joins": ["select from relay_members", service] },
  insert: {
    "oneself into a relay": [
      `insert into relay_members (relay_id, profile_id, number_id)
       select id, $bystander, number_id from relays limit 1`,
      service,
    ],
  },
  update: { "a member": ["update relay_members set ended_at = now()", service] },
  delete: { "a member": ["delete from relay_members", service] },
};

export const dialled_numbers: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: { "what the owner dialled": ["select from dialled_numbers", ownerOnly] },
  insert: {
    "a number into a call": [
      "insert into dialled_numbers (call_id, profile_id, number) values ($call, $me, '+14155550101')",
      service,
    ],
  },
  update: { "the number": ["update dialled_numbers set number = '+14155550101'", service] },
  delete: { "the number": ["delete from dialled_numbers", service] },
};

export const call_requests: TablePolicy = {
  columns: nothing,
  select: { "a request": ["select from call_requests", service] },
  insert: {
    "a request": [
      `insert into call_requests (profile_id, idempotency_key, fingerprint, match_id)
       values ($owner, 'other', 'fingerprint', $match)`,
      service,
    ],
  },
  update: { "whom it calls": ["update call_requests set dialled = '+14155550101'", service] },
  delete: { "a request": ["delete from call_requests", service] },
};
