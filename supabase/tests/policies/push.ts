import { ownerOnly, service, signedInWithProfile, type TablePolicy } from "./policy.ts";

const nothing = { select: [], insert: [], update: [] };
const choices = [
  "calls",
  "matches",
  "messages",
  "missed_calls",
  "profile_id",
  "quiet_from",
  "quiet_to",
  "show_preview",
  "time_zone",
];

export const push_subscriptions: TablePolicy = {
  columns: {
    select: ["created_at", "device", "id", "last_ok_at", "profile_id"],
    insert: [],
    update: [],
  },
  select: {
    "the owner's devices": [
      "select device from push_subscriptions where profile_id = $owner",
      ownerOnly,
    ],
    "where they are pushed": ["select endpoint from push_subscriptions", service],
    "their keys": ["select auth, p256dh from push_subscriptions", service],
  },
  insert: {
    "a device of one's own": [
      `insert into push_subscriptions (profile_id, endpoint, p256dh, auth)
       select id, 'https://web.push.apple.com/' || id, repeat('B', 87), repeat('a', 22) from profiles where id = $me`,
      service,
    ],
  },
  update: {
    "whose device it is": ["update push_subscriptions set profile_id = profile_id", service],
  },
  delete: { "the owner's device": ["delete from push_subscriptions", service] },
};

export const notification_preferences: TablePolicy = {
  columns: { select: "all", insert: choices, update: choices },
  select: {
    "what the owner wants": [
      "select messages from notification_preferences where profile_id = $owner",
      ownerOnly,
    ],
  },
  insert: {
    "in the owner's name": [
      `insert into notification_preferences (profile_id) values ($owner)
       on conflict (profile_id) do update set messages = true`,
      ownerOnly,
    ],
    "for oneself": [
      `insert into notification_preferences (profile_id) select id from profiles where id = $me
       on conflict (profile_id) do update set messages = true`,
      signedInWithProfile,
    ],
  },
  update: {
    "what the owner wants": [
      "update notification_preferences set calls = false where profile_id = $owner",
      ownerOnly,
    ],
  },
  delete: { "what the owner wants": ["delete from notification_preferences", service] },
};

export const app_presence: TablePolicy = {
  columns: nothing,
  select: { "whose app is open": ["select from app_presence", service] },
  insert: {
    "that somebody is away": [
      "insert into app_presence (profile_id, away_at) values ($bystander, now())",
      service,
    ],
  },
  update: { "that somebody is away": ["update app_presence set away_at = now()", service] },
  delete: { "that somebody is away": ["delete from app_presence", service] },
};

export const message_alerts: TablePolicy = {
  columns: nothing,
  select: { "who was told": ["select from message_alerts", service] },
  insert: {
    "that nobody is to be told": [
      "insert into message_alerts (message_id) select id from messages where match_id = $foreign",
      service,
    ],
  },
  update: { "when it was": ["update message_alerts set claimed_at = now()", service] },
  delete: { "that somebody was told": ["delete from message_alerts", service] },
};

export const call_reach: TablePolicy = {
  columns: nothing,
  select: { "how somebody is sought": ["select from call_reach", service] },
  insert: {
    "that a call goes on": [
      "insert into call_reach (call_id, goes_on) select id, true from calls where match_id = $foreign",
      service,
    ],
  },
  update: { "that a call goes on": ["update call_reach set goes_on = true", service] },
  delete: { "how somebody is sought": ["delete from call_reach", service] },
};
