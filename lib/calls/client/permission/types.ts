import type { RoomKind } from "@/lib/calls/client/room/view";
import type { Database } from "@/lib/supabase/database.types";

/** What one person of a pair lets the other do. */
export type CallPermission = Database["public"]["Enums"]["call_permission"];

/** Who may call whom in a pair match, and what is asked. */
export interface MatchPermission {
  matchId: string;
  /** The other person. */
  person: { id: string; name: string };
  /** What the other may do. */
  mine: CallPermission;
  /** What this person may do. */
  theirs: CallPermission;
  /** What this person has asked for and not heard of. */
  asked: RoomKind | null;
  /** What the other has allowed lately, and nobody has called since. */
  allowed: RoomKind | null;
  /** What the other asks for. */
  wanted: RoomKind | null;
}

/** A call that was not begun, since the other has not allowed it. */
export interface RefusedCall {
  matchId: string;
  kind: RoomKind;
  /** The other person's. */
  name: string;
  /** `off`: they want no calls in this match. */
  why: "off" | "ask";
}
