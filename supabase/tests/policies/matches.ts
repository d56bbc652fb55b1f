import { members, service, type TablePolicy } from "./policy.ts";

export const matches: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "the match": ["select from matches where id = $match", members],
    "a match of others": ["select from matches where id = $foreign", service],
  },
  insert: { "a match": ["insert into matches default values", service] },
  update: {
    "its title": ["update matches set title = 'x' where id = $match", service],
    "its end": ["update matches set ended_at = null where id = $match", service],
  },
  delete: { "the match": ["delete from matches where id = $match", service] },
};

export const match_members: TablePolicy = {
  columns: {
    select: ["joined_at", "left_at", "match_id", "profile_id"],
    insert: [],
    update: ["last_read_at", "muted_until"],
  },
  select: {
    "who belongs to the match": ["select from match_members where match_id = $match", members],
    "until when the other has muted it": [
      "select muted_until from match_members where match_id = $match and profile_id = $other",
      service,
    ],
    "what the other has read": [
      "select last_read_at from match_members where match_id = $match and profile_id = $other",
      service,
    ],
    "what the other has read while they sent receipts": [
      "select shared_read_at from match_members where match_id = $match and profile_id = $other",
      service,
    ],
    "whom the other lets call": [
      "select call_permission from match_members where match_id = $match and profile_id = $other",
      service,
    ],
    "who belongs to a match of others": [
      "select from match_members where match_id = $foreign",
      service,
    ],
  },
  insert: {
    "oneself into a match of others": [
      "insert into match_members (match_id, profile_id) values ($foreign, $me)",
      service,
    ],
    "somebody into one's match": [
      "insert into match_members (match_id, profile_id) values ($match, $bystander)",
      service,
    ],
  },
  update: {
    "what one has read": [
      "update match_members set last_read_at = now() where match_id = $match and profile_id = $me",
      members,
    ],
    "that one has read until the end of time": [
      "update match_members set last_read_at = 'infinity' where match_id = $match and profile_id = $me",
      service,
    ],
    "that one has read before there was anything": [
      "update match_members set last_read_at = '-infinity' where match_id = $match and profile_id = $me",
      service,
    ],
    "that one has read what is not written yet": [
      "update match_members set last_read_at = now() + interval '1 minute' where match_id = $match and profile_id = $me",
      service,
    ],
    "what others learn of one's reading": [
      "update match_members set shared_read_at = now() where match_id = $match and profile_id = $me",
      service,
    ],
    "until when it is muted": [
      "update match_members set muted_until = now() where match_id = $match and profile_id = $me",
      members,
    ],
    "what the other has read": [
      "update match_members set last_read_at = now() where match_id = $match and profile_id = $other",
      service,
    ],
    "who may call, past its function": [
      "update match_members set call_permission = 'video' where match_id = $match and profile_id = $me",
      service,
    ],
    "that one has left": [
      "update match_members set left_at = null where match_id = $match and profile_id = $me",
      service,
    ],
    "when one joined": [
      "update match_members set joined_at = now() where match_id = $match and profile_id = $me",
      service,
    ],
  },
  delete: {
    "oneself from the match": [
      "delete from match_members where match_id = $match and profile_id = $me",
      service,
    ],
  },
};

export const messages: TablePolicy = {
  columns: { select: "all", insert: ["body", "id", "match_id", "sender_id"], update: [] },
  select: {
    "a message of the match": ["select body from messages where id = $message", members],
    "a message of others": ["select body from messages where match_id = $foreign", service],
  },
  insert: {
    "a text of one's own": [
      "insert into messages (match_id, sender_id, body) values ($match, $me, 'hi')",
      members,
    ],
    "a text with an id of one's own": [
      "insert into messages (id, match_id, sender_id, body) values (gen_random_uuid(), $match, $me, 'hi')",
      members,
    ],
    "a text in the other's name": [
      "insert into messages (match_id, sender_id, body) values ($match, $other, 'hi')",
      service,
    ],
    "a text in a match of others": [
      "insert into messages (match_id, sender_id, body) values ($foreign, $me, 'hi')",
      service,
    ],
    "a call line": [
      "insert into messages (match_id, sender_id, kind, call_id) values ($match, $me, 'call', $call)",
      service,
    ],
    "a system line": [
      "insert into messages (match_id, sender_id, kind, body) values ($match, $me, 'system', 'x')",
      service,
    ],
    "a voice note past the server": [
      `insert into messages (match_id, sender_id, kind, media_path, media_type, media_seconds, waveform)
       values ($match, $me, 'voice_note', 'x', 'audio/webm', 1, '[]')`,
      service,
    ],
    "a text with a time of one's choice": [
      `insert into messages (match_id, sender_id, body, created_at)
       values ($match, $me, 'hi', '2020-01-01')`,
      service,
    ],
  },
  update: {
    "the words": ["update messages set body = 'x' where id = $message", service],
    "that it is deleted": ["update messages set deleted_at = now() where id = $message", service],
  },
  delete: { "a message": ["delete from messages where id = $message", service] },
};
