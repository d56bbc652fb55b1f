import type {
  CallSummary,
  MatchSummary,
  Message,
  NamedPerson,
  Person,
  Reaction,
  VoiceNote,
} from "@/lib/chat/types";
import { fieldsOf, numberOf, textOf } from "@/lib/fields";
import { Constants } from "@/lib/supabase/database.types";
import { instant } from "@/lib/time/instant";

const { call_kind, call_status, message_kind } = Constants.public.Enums;

const oneOf = <T>(choices: readonly T[], value: unknown) => choices.find((c) => c === value);

function timestampOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  instant(value);
  return value;
}

/** A call as rows, broadcasts and the match list write it; null when it is none. */
export function decodeCall(value: unknown): CallSummary | null {
  const row = fieldsOf(value);
  const kind = oneOf(call_kind, row.kind);
  const status = oneOf(call_status, row.status);
  if (!kind || !status) return null;
  return {
    sid: textOf(row.provider_sid),
    kind,
    status,
    callerId: textOf(row.caller_id),
    durationSeconds: numberOf(row.duration_seconds),
    endReason: textOf(row.end_reason),
  };
}

/** The voice note that a message's row holds. A broadcast does not know who has played it. */
function decodeNote(row: Readonly<Record<string, unknown>>): VoiceNote | null {
  const seconds = numberOf(row.media_seconds);
  if (row.kind !== "voice_note" || seconds === null) return null;
  const peaks = decodeAll(row.waveform, numberOf).map((peak) =>
    Math.min(1, Math.max(0, peak / 100)),
  );
  return { seconds, peaks, played: Array.isArray(row.plays) && row.plays.length > 0 };
}

function decodeReaction(value: unknown): Reaction | null {
  const row = fieldsOf(value);
  const profileId = textOf(row.profile_id);
  const emoji = textOf(row.emoji);
  return profileId && emoji ? { profileId, emoji } : null;
}

/**
 * A message as rows, broadcasts and the match list write it; null when it is none. A row of the
 * list has no match id of its own: pass it.
 */
export function decodeMessage(value: unknown, matchId?: string): Message | null {
  const row = fieldsOf(value);
  const id = textOf(row.id);
  const kind = oneOf(message_kind, row.kind);
  const match = matchId ?? textOf(row.match_id);
  if (!id || !kind || !match || typeof row.created_at !== "string") return null;
  instant(row.created_at);
  const deleted = typeof row.deleted_at === "string";
  return {
    id,
    matchId: match,
    senderId: textOf(row.sender_id),
    kind,
    body: deleted ? null : textOf(row.body),
    createdAt: row.created_at,
    deleted,
    callId: textOf(row.call_id),
    call: decodeCall(row.call),
    note: deleted ? null : decodeNote(row),
    reactions: Array.isArray(row.reactions) ? decodeAll(row.reactions, decodeReaction) : null,
  };
}

function decodeNamed(value: unknown): NamedPerson | null {
  const row = fieldsOf(value);
  const id = textOf(row.id);
  const name = textOf(row.display_name);
  return id && name ? { id, name } : null;
}

function decodePerson(value: unknown): Person | null {
  const row = fieldsOf(value);
  const named = decodeNamed(row);
  if (!named) return null;
  return {
    ...named,
    picture: textOf(row.avatar_path),
    lastSeenAt: timestampOf(row.last_seen_at),
    lastReadAt: timestampOf(row.last_read_at),
  };
}

/** A row of `list_matches`; null when it is none. */
export function decodeMatch(value: unknown): MatchSummary | null {
  const row = fieldsOf(value);
  const id = textOf(row.match_id);
  const lastActivityAt = timestampOf(row.last_activity_at);
  if (!id || !lastActivityAt) return null;
  return {
    id,
    isGroup: row.kind === "group",
    title: textOf(row.title),
    people: decodeAll(row.people, decodePerson),
    former: decodeAll(row.former, decodeNamed),
    lastMessage: decodeMessage(row.last_message, id),
    unreadCount: numberOf(row.unread_count) ?? 0,
    lastActivityAt,
  };
}

/** What `decode` makes of each item of a list, without the items that it refuses. */
export function decodeAll<T>(value: unknown, decode: (item: unknown) => T | null): T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => decode(item) ?? []);
}
