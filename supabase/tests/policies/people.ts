import { members, ownerOnly, service, signedInWithProfile, type TablePolicy } from "./policy.ts";

export const profiles: TablePolicy = {
  columns: {
    select: [
      "avatar_path",
      "bio",
      "created_at",
      "display_name",
      "gender",
      "height_cm",
      "hometown",
      "id",
      "interests",
      "languages",
      "leaving_at",
      "looking_for",
      "occupation",
      "suspended_at",
      "suspended_for",
    ],
    insert: ["bio", "birth_date", "display_name", "id"],
    update: [
      "bio",
      "display_name",
      "gender",
      "height_cm",
      "hometown",
      "interests",
      "languages",
      "looking_for",
      "occupation",
    ],
  },
  select: {
    "the owner's name": ["select display_name from profiles where id = $owner", members],
    "one's own name": ["select bio from profiles where id = $me", signedInWithProfile],
    "when the owner was last here": [
      "select last_seen_at from profiles where id = $owner",
      service,
    ],
    "where discovery has the owner": ["select shuffle from profiles where id = $owner", service],
    "the owner's birth date": ["select birth_date from profiles where id = $owner", service],
  },
  insert: {
    "the newcomer's profile, who has proven no number": [
      "insert into profiles (id, display_name, birth_date) values ($newcomer, 'New', '1990-01-01')",
      service,
    ],
    "a profile that was created earlier": [
      `insert into profiles (id, display_name, birth_date, created_at)
       values ($newcomer, 'New', '1990-01-01', '2020-01-01')`,
      service,
    ],
  },
  update: {
    "the owner's bio": ["update profiles set bio = 'new' where id = $owner", ownerOnly],
    "one's own birth date": [
      "update profiles set birth_date = '1980-01-01' where id = $me",
      service,
    ],
    "that one is not suspended": [
      "update profiles set suspended_at = null where id = $me",
      service,
    ],
    "that one is not leaving": ["update profiles set leaving_at = null where id = $me", service],
    "one's own picture path": ["update profiles set avatar_path = 'x' where id = $me", service],
    "when one was last seen": [
      "update profiles set last_seen_at = 'infinity' where id = $me",
      service,
    ],
    "one's own id": ["update profiles set id = id where id = $me", service],
  },
  delete: { "one's own profile": ["delete from profiles where id = $me", service] },
};

export const private_profiles: TablePolicy = {
  columns: {
    select: "all",
    insert: [],
    update: ["share_last_seen", "share_read_receipts", "takes_phone_calls", "text_missed_calls"],
  },
  select: {
    "the owner's phone number": ["select phone from private_profiles where id = $owner", ownerOnly],
    "any phone number but one's own": [
      "select phone from private_profiles where id <> $me",
      service,
    ],
  },
  insert: {
    "the newcomer's number": [
      "insert into private_profiles (id, phone) values ($newcomer, '+14155559999')",
      service,
    ],
  },
  update: {
    "the owner's choice of texts": [
      "update private_profiles set text_missed_calls = true where id = $owner",
      ownerOnly,
    ],
    "one's own number": [
      "update private_profiles set phone = '+14155559999' where id = $me",
      service,
    ],
  },
  delete: { "one's own number": ["delete from private_profiles where id = $me", service] },
};

export const blocks: TablePolicy = {
  columns: { select: "all", insert: ["blocked_id", "blocker_id"], update: [] },
  select: {
    "whom the owner blocked": ["select from blocks where blocker_id = $owner", ownerOnly],
    "who blocked the owner": [
      "select from blocks where blocked_id = $owner",
      ["blocker", "service"],
    ],
  },
  insert: {
    "for oneself": [
      `insert into blocks (blocker_id, blocked_id)
       select id, $bystander from profiles where id = $me`,
      signedInWithProfile,
    ],
    "in the owner's name": [
      "insert into blocks (blocker_id, blocked_id) values ($owner, $bystander)",
      ownerOnly,
    ],
  },
  update: {
    "the owner's block": [
      "update blocks set blocked_id = $bystander where blocker_id = $owner",
      service,
    ],
  },
  delete: {
    "the owner's block": ["delete from blocks where blocker_id = $owner", ownerOnly],
    "the block against the owner": [
      "delete from blocks where blocked_id = $owner",
      ["blocker", "service"],
    ],
  },
};
