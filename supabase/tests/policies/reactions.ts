import { members, service, type TablePolicy } from "./policy.ts";

const reactAs = (who: string, message: string) =>
  `insert into message_reactions (message_id, profile_id, emoji) values (${message}, ${who}, '🔥')
   on conflict (message_id, profile_id) do update set emoji = excluded.emoji`;

export const message_reactions: TablePolicy = {
  columns: { select: "all", insert: ["emoji", "message_id", "profile_id"], update: ["emoji"] },
  select: {
    "the reactions to a message of the match": [
      "select emoji from message_reactions where message_id = $message",
      members,
    ],
    "the reactions to messages of others": [
      "select emoji from message_reactions where profile_id = $bystander",
      service,
    ],
  },
  insert: {
    "one's own": [reactAs("$me", "$message"), members],
    "one in the other's name": [reactAs("$other", "$message"), service],
  },
  update: {
    "one's own": [
      "update message_reactions set emoji = '😮' where message_id = $message and profile_id = $me",
      members,
    ],
    "the other's": [
      "update message_reactions set emoji = '😮' where message_id = $message and profile_id = $other",
      service,
    ],
  },
  delete: {
    "one's own": [
      "delete from message_reactions where message_id = $message and profile_id = $me",
      members,
    ],
    "the other's": [
      "delete from message_reactions where message_id = $message and profile_id = $other",
      service,
    ],
  },
};

export const deleted_messages: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: {
    "what one has taken back oneself": [
      "select body from deleted_messages where message_id = $message",
      service,
    ],
  },
  insert: {
    "words of one's own": [
      `insert into deleted_messages (message_id, sender_id, body) values ($message, $me, 'x')
       on conflict (message_id) do update set body = 'x'`,
      service,
    ],
  },
  update: {
    "one's own": ["update deleted_messages set body = 'x' where message_id = $message", service],
  },
  delete: { "one's own": ["delete from deleted_messages where message_id = $message", service] },
};
