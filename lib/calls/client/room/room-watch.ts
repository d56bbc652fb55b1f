import {
  hearRow,
  isMissed,
  type KnownRooms,
  liveIn,
  needsClock,
  ringIn,
  settleRing,
} from "@/lib/calls/client/room/rings";
import { fetchRoomMatch, fetchRoomRows } from "@/lib/calls/client/room/room-queries";
import { isOver, parseRoomRow, type RoomRow } from "@/lib/calls/client/room/room-row";
import { askServerClock } from "@/lib/calls/client/room/server-clock";
import type { MissedRoom, Ring, RoomMatch, RoomView } from "@/lib/calls/client/room/view";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { connect } from "@/lib/supabase/connect";

interface WatchOptions {
  /** Profile id of the signed-in person. */
  me: string;
  onRing(ring: Ring | null): void;
  onLive(live: RoomView["live"]): void;
  onMissed(call: MissedRoom): void;
  /** Something new is known about a room. */
  onRow(row: RoomRow): void;
}

/** Follows the rooms of this person's matches. */
export interface RoomWatch {
  /** The latest that is known of a room. */
  rowOf(sid: string): RoomRow | null;
  /** The ring was answered or declined here; `false` brings it back, while it lasts. */
  settle(callId: string, isSettled?: boolean): void;
  stop(): void;
}

/** After names could not be fetched. */
const askAgainMs = 1000;

/** Watches the person's channel, and asks the database for what may have been missed. */
export function watchRooms({ me, onRing, onLive, onMissed, onRow }: WatchOptions): RoomWatch {
  let rooms: KnownRooms = new Map();
  let turn = 0;
  let skew: number | null = null;
  let isAskingClock = false;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let shown: string | null = null;
  let stopped = false;
  const matches = new Map<string, Promise<RoomMatch | null>>();

  function matchOf(matchId: string): Promise<RoomMatch | null> {
    const known = matches.get(matchId);
    if (known) return known;
    const asked = connect().then((client) => fetchRoomMatch(client, matchId, me));
    matches.set(matchId, asked);
    // Names change, and so do members: one call may use what another has fetched, no more.
    asked.catch(() => null).finally(() => setTimeout(() => matches.delete(matchId), 5000));
    return asked;
  }

  function hear(row: RoomRow, by: "event" | "fetch", at: number) {
    const before = rooms;
    rooms = hearRow(rooms, { row, me, at: Date.now(), turn: at, by });
    if (rooms === before) return;
    onRow(row);
    if (isMissed(before, row, me)) void tellMissed(row);
  }

  async function tellMissed({ id: callId, kind, matchId, callerId }: RoomRow) {
    const match = await matchOf(matchId).catch(() => null);
    const caller = match?.people.find((person) => person.id === callerId);
    if (match && caller && !stopped) onMissed({ callId, kind, caller, match });
  }

  function update() {
    if (stopped) return;
    clearTimeout(expiry);
    onLive(liveIn(rooms));
    const ring = ringIn(rooms, { me, at: Date.now(), skew });
    if (ring) expiry = setTimeout(update, ring.until - Date.now());
    if (skew === null && needsClock(rooms, me)) void askClock();
    const callId = ring?.row.id ?? null;
    if (callId === shown) return;
    shown = callId;
    onRing(null);
    if (ring) void show(ring.row);
  }

  async function show({ id: callId, sid, kind, matchId, callerId }: RoomRow) {
    const match = await matchOf(matchId).catch(() => "unknown" as const);
    if (stopped || shown !== callId) return;
    if (match === "unknown") {
      // Nobody would hear of the call: ask again while it rings.
      shown = null;
      matches.delete(matchId);
      clearTimeout(expiry);
      expiry = setTimeout(update, askAgainMs);
      return;
    }
    const caller = match?.people.find((person) => person.id === callerId);
    if (!match || !caller) return;
    onRing({ callId, sid, kind, caller, match, problem: null });
  }

  async function askClock() {
    if (isAskingClock) return;
    isAskingClock = true;
    skew = await askServerClock();
    isAskingClock = false;
    if (skew !== null) update();
  }

  async function catchUp() {
    const asked = turn;
    const live = [...rooms.values()].filter(({ row }) => !isOver(row.status));
    let rows: RoomRow[];
    try {
      rows = await fetchRoomRows(
        await connect(),
        live.map(({ row }) => row.id),
      );
    } catch {
      // The channel reports another gap when the network is back.
      return;
    }
    if (stopped) return;
    for (const row of rows) hear(row, "fetch", asked);
    // Rooms of matches that are closed to this person now.
    const told = new Set(rows.map(({ id }) => id));
    for (const { row, turn: heard } of live) {
      const lost = !told.has(row.id) && heard <= asked;
      if (lost) hear({ ...row, status: "completed", endReason: "hangup" }, "fetch", asked);
    }
    update();
  }

  const stops = [
    subscribeUserEvents("call", (payload) => {
      const row = parseRoomRow(payload);
      if (!row) return;
      turn += 1;
      hear(row, "event", turn);
      update();
    }),
    subscribeUserEvents("gap", () => void catchUp()),
    subscribeUserEvents("match-updated", () => matches.clear()),
  ];
  void catchUp();

  return {
    rowOf: (sid) => [...rooms.values()].find(({ row }) => row.sid === sid)?.row ?? null,
    settle(callId, isSettled = true) {
      rooms = settleRing(rooms, callId, isSettled);
      update();
    },
    stop() {
      stopped = true;
      clearTimeout(expiry);
      for (const stop of stops) stop();
    },
  };
}
