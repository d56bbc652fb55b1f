import type { RoomKind, RoomMatch, RoomPerson } from "@/lib/calls/client/room/view";
import { fieldsOf, numberOf, textOf } from "@/lib/fields";

/** What a page keeps of its room for the one that is loaded in its place. */
export interface SavedRoom {
  match: RoomMatch;
  /** RoomSid. */
  sid: string;
  kind: RoomKind;
  direction: "outgoing" | "incoming";
  /** Epoch milliseconds. */
  startedAt: number;
  /** Epoch milliseconds; null when nobody else had come yet. */
  openedAt: number | null;
  isCameraOn: boolean;
  isMuted: boolean;
}

const key = "duet-room";
/** As long as the provider keeps a session whose connection is lost. */
const sessionTimeoutMs = 30_000;

/** @param at - epoch milliseconds: now */
export function saveRoom(room: SavedRoom, at: number): void {
  sessionStorage.setItem(key, JSON.stringify({ ...room, savedAt: at }));
}

export function forgetRoom(): void {
  sessionStorage.removeItem(key);
}

/**
 * The room that this tab was in until it was reloaded; null when there was none, or too long ago.
 *
 * @param at - epoch milliseconds: now
 */
export function loadSavedRoom(at: number): SavedRoom | null {
  const fields = fieldsOf(readJson(sessionStorage.getItem(key)));
  const savedAt = numberOf(fields.savedAt);
  if (savedAt === null || at - savedAt > sessionTimeoutMs) return null;
  const [match, sid] = [readMatch(fields.match), textOf(fields.sid)];
  const startedAt = numberOf(fields.startedAt);
  if (!match || !sid || startedAt === null) return null;
  return {
    match,
    sid,
    kind: fields.kind === "voice" ? "voice" : "video",
    direction: fields.direction === "incoming" ? "incoming" : "outgoing",
    startedAt,
    openedAt: numberOf(fields.openedAt),
    isCameraOn: fields.isCameraOn === true,
    isMuted: fields.isMuted === true,
  };
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function readMatch(value: unknown): RoomMatch | null {
  const fields = fieldsOf(value);
  const [matchId, name] = [textOf(fields.matchId), textOf(fields.name)];
  if (!matchId || !name) return null;
  const people = Array.isArray(fields.people) ? fields.people.flatMap(readPerson) : [];
  return { matchId, name, isGroup: fields.isGroup === true, people };
}

function readPerson(value: unknown): RoomPerson[] {
  const fields = fieldsOf(value);
  const [id, name] = [textOf(fields.id), textOf(fields.name)];
  return id && name ? [{ id, name }] : [];
}
