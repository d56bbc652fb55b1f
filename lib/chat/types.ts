// Chat as the screens see it. Timestamps are the database's own texts: read them with `instant`.

import type { Outgoing } from "@/lib/chat/outbox";
import type { Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

/** What a call line needs to know of its call. */
export interface CallSummary {
  /** CallSid or RoomSid, by which its details are found; null where the match list tells of it. */
  sid: string | null;
  kind: Enums["call_kind"];
  status: Enums["call_status"];
  callerId: string | null;
  durationSeconds: number | null;
  endReason: string | null;
}

/** The sound of a voice note, without the sound itself. */
export interface VoiceNote {
  seconds: number;
  /** How loud each part of it is, 0 to 1; empty where nothing is known of it. */
  peaks: readonly number[];
  /** Whether the viewer has listened to it, on any of their devices. */
  played: boolean;
}

/** With what somebody has answered a message. */
export interface Reaction {
  profileId: string;
  emoji: string;
}

export interface Message {
  id: string;
  matchId: string;
  /** Null when the sender's account is gone, and for lines that nobody wrote. */
  senderId: string | null;
  kind: Enums["message_kind"];
  /** Null when deleted and for kinds without text. */
  body: string | null;
  createdAt: string;
  deleted: boolean;
  callId: string | null;
  call: CallSummary | null;
  /** Null for everything but voice notes, and for those that are deleted. */
  note: VoiceNote | null;
  /** Null where they are not told: in broadcasts and in the match list. */
  reactions: readonly Reaction[] | null;
}

/** A message that this browser wrote and the database has not confirmed. */
export interface PendingMessage extends Outgoing {
  body: string;
}

export interface NamedPerson {
  id: string;
  name: string;
  /** `avatar_path` of the profile, null for the drawn picture; absent where it is not known. */
  picture?: string | null;
}

/** The other person of a match, or one of several. */
export interface Person extends NamedPerson {
  lastSeenAt: string | null;
  /** How far this person has read the match, if both send read receipts. */
  lastReadAt: string | null;
}

/** A line of the match list. */
export interface MatchSummary {
  id: string;
  /** A group may be down to two people and still is one. */
  isGroup: boolean;
  title: string | null;
  /** The other members. */
  people: Person[];
  /** Who has left the group: their messages still need their names. */
  former: NamedPerson[];
  lastMessage: Message | null;
  /** 100 means 100 or more. */
  unreadCount: number;
  lastActivityAt: string;
}
