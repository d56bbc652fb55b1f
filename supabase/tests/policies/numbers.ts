import { ownerOnly, service, type TablePolicy } from "./policy.ts";

export const phone_numbers: TablePolicy = {
  columns: {
    select: ["country", "created_at", "greeting", "id", "name", "number", "owner_id"],
    insert: [],
    update: [],
  },
  select: {
    "a number of one's own": [
      "select number from phone_numbers where number = '+14155551900'",
      ownerOnly,
    ],
    "the provider's name of it": ["select provider_sid from phone_numbers", service],
    "a number that is being bought": [
      "select number from phone_numbers where number = '+14155551901'",
      service,
    ],
    "a number that was released": [
      "select number from phone_numbers where number = '+14155551902'",
      service,
    ],
    "the pool": ["select number from phone_numbers where owner_id is null", service],
  },
  insert: {
    "a number for oneself": [
      "insert into phone_numbers (number, owner_id, country) values ('+14155551909', $me, 'US')",
      service,
    ],
  },
  update: {
    "its name": ["update phone_numbers set name = 'x' where number = '+14155551900'", service],
    "its owner": ["update phone_numbers set owner_id = $me", service],
  },
  delete: {
    "a number": ["delete from phone_numbers where number = '+14155551900'", service],
  },
};

export const forwarding_rules: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "a rule of one's own number": [
      `select forward_to from forwarding_rules
       where number_id = (select id from phone_numbers where number = '+14155551900')`,
      ownerOnly,
    ],
    "the rule of a number that was released": ["select from forwarding_rules offset 2", service],
  },
  insert: {
    "a rule": [
      `insert into forwarding_rules (number_id, condition, forward_to)
       select id, 'busy', '+14155550102' from phone_numbers where number = '+14155551900'`,
      service,
    ],
  },
  update: {
    "where it leads": ["update forwarding_rules set forward_to = '+14155550102'", service],
    "that it is on": ["update forwarding_rules set enabled = false", service],
  },
  delete: { "a rule": ["delete from forwarding_rules", service] },
};
