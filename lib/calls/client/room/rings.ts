import { isInvited, isOver, type RoomRow } from "@/lib/calls/client/room/room-row";
import type { RoomView } from "@/lib/calls/client/room/view";

/** How long a call rings, as on the server. */
export const ringMs = 40_000;

/** A room that this tab has heard of. */
interface KnownRoom {
  row: RoomRow;
  /** Epoch milliseconds by this browser's clock: when it was first heard of. */
  firstHeardAt: number;
  /** Told by an event as it happened, so that its age at the time was next to nothing. */
  isFresh: boolean;
  /** Position of the newest word about it among all that was heard. */
  turn: number;
  /** It once asked this person to answer. */
  hasRung: boolean;
  /** This person has answered or declined it here. */
  isSettled: boolean;
}

/** By call id. */
export type KnownRooms = ReadonlyMap<string, KnownRoom>;

interface Word {
  row: RoomRow;
  /** Profile id of the signed-in person. */
  me: string;
  /** Epoch milliseconds. */
  at: number;
  /** Of an event: its place. Of an answer: the place at which the question was put. */
  turn: number;
  by: "event" | "fetch";
}

const mine = (row: RoomRow, me: string) =>
  row.participants.filter((participant) => participant.profileId === me);

function asksFor(row: RoomRow, me: string): boolean {
  const legs = mine(row, me);
  const invited = legs.some(({ role }) => role === "callee");
  return !isOver(row.status) && invited && legs.every(({ status }) => isInvited(status));
}

/** Takes in a row. An answer gives way to events that came after the question; an end is final. */
export function hearRow(rooms: KnownRooms, { row, me, at, turn, by }: Word): KnownRooms {
  const known = rooms.get(row.id);
  if (known && (turn < known.turn || (isOver(known.row.status) && !isOver(row.status)))) {
    return rooms;
  }
  const asks = asksFor(row, me);
  const first = { firstHeardAt: at, isFresh: by === "event" && isInvited(row.status) };
  return new Map(rooms).set(row.id, {
    ...(known ?? { ...first, isSettled: false }),
    row,
    turn,
    hasRung: asks || (known?.hasRung ?? false),
  });
}

/** What a person decided here need not wait for the row to say so; `false` takes it back. */
export function settleRing(rooms: KnownRooms, callId: string, isSettled: boolean): KnownRooms {
  const known = rooms.get(callId);
  return known ? new Map(rooms).set(callId, { ...known, isSettled }) : rooms;
}

interface RingOptions {
  me: string;
  /** Epoch milliseconds. */
  at: number;
  /**
   * Milliseconds by which the server's clock is ahead of this browser's; null when that is not
   * known, and then only rooms ring that were heard of when they began.
   */
  skew: number | null;
}

/** Epoch milliseconds by this browser's clock at which a room stops ringing. */
function ringsUntil({ row, firstHeardAt, isFresh }: KnownRoom, skew: number | null): number {
  const heard = firstHeardAt + ringMs;
  if (skew !== null) return Math.min(heard, row.startedAt - skew + ringMs);
  return isFresh ? heard : firstHeardAt;
}

/** The latest room that asks for an answer now, and until when it does. */
export function ringIn(
  rooms: KnownRooms,
  { me, at, skew }: RingOptions,
): { row: RoomRow; until: number } | null {
  const rings = [...rooms.values()]
    .filter(({ row, isSettled }) => !isSettled && asksFor(row, me))
    .map((known) => ({ row: known.row, until: ringsUntil(known, skew) }))
    .filter(({ until }) => until > at);
  return rings.toSorted((a, b) => b.row.startedAt - a.row.startedAt)[0] ?? null;
}

/** Whether some room may ring once the server's clock is known. */
export function needsClock(rooms: KnownRooms, me: string): boolean {
  return [...rooms.values()].some(({ row, isSettled }) => !isSettled && asksFor(row, me));
}

/** Matches whose room is live. */
export function liveIn(rooms: KnownRooms): RoomView["live"] {
  const live = [...rooms.values()].filter(({ row }) => !isOver(row.status));
  return Object.fromEntries(
    live.map(({ row: { matchId, sid, kind } }) => [matchId, { sid, kind }]),
  );
}

/** Whether a row has just told that somebody called this person in vain. */
export function isMissed(before: KnownRooms, row: RoomRow, me: string): boolean {
  const known = before.get(row.id);
  if (!isOver(row.status) || (known && isOver(known.row.status))) return false;
  if (row.callerId === null || row.callerId === me || row.endReason === "declined") return false;
  const legs = mine(row, me);
  const took = legs.some(({ status }) => status === "in-progress" || status === "completed");
  // Busy from the start is a call that never rang; busy after ringing was declined.
  const declined =
    known?.isSettled || (known?.hasRung && legs.some((leg) => leg.status === "busy"));
  return legs.length > 0 && !took && !declined;
}
