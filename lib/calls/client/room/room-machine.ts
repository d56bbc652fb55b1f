import type { EndReason } from "@/lib/calls/client/call-state";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import type { Beginning, RoomEvent, RoomState } from "@/lib/calls/client/room/room-state";
import type { RoomPhase, Tile } from "@/lib/calls/client/room/view";

/** Whoever starts a call rings everybody; of one that is live, its row tells. */
const rungBy = ({ sid, match }: Pick<Beginning, "sid" | "match">) =>
  sid === null ? match.people : [];

const begin = (beginning: Beginning, phase: RoomPhase): RoomState => ({
  ...beginning,
  phase,
  tiles: [],
  waitingFor: phase === "lobby" ? [] : rungBy(beginning),
  endedAt: null,
  trouble: null,
  problem: null,
  reason: null,
  isSharing: false,
  isSoundBlocked: false,
  isInside: false,
  isOtherMissing: false,
});

const live: readonly RoomPhase[] = ["joining", "waiting", "connected", "reconnecting"];
const inside: readonly RoomPhase[] = ["waiting", "connected", "reconnecting"];
const unfinished: readonly RoomPhase[] = ["lobby", ...live];

/** The phases in which each event means something; in all others it is ignored. */
const legal: Record<Exclude<RoomEvent["type"], "opened">, readonly RoomPhase[]> = {
  joining: ["lobby"],
  admitted: live,
  entered: live,
  tiles: unfinished,
  "waiting-for": live,
  missing: inside,
  troubled: live,
  shared: unfinished,
  "sound-blocked": live,
  problem: unfinished,
  failed: unfinished,
  ended: unfinished,
  settled: [...live, "ended"],
  dismissed: ["lobby", "ended"],
};

const others = (tiles: readonly Tile[]) => tiles.filter((tile) => !tile.isMe).length;

/** What the other side can have done, and what therefore outranks a failure seen here. */
const theirDoing: ReadonlySet<EndReason> = new Set(["busy", "declined", "no-answer"]);

/** What the end of the call is the whole story of. */
const explained: ReadonlySet<RoomProblemCode> = new Set(["removed", "over"]);

function phaseOf(call: RoomState): RoomPhase {
  if (call.trouble === "signaling" || call.trouble === "media") return "reconnecting";
  if (!call.isInside) return "joining";
  if (others(call.tiles) > 0) return "connected";
  if (call.isOtherMissing) return "reconnecting";
  return call.openedAt === null ? "waiting" : "connected";
}

/**
 * The next state of a room; null when there is none. Pure; an event that makes no sense in the
 * present phase returns the very same state.
 */
export function transition(call: RoomState | null, event: RoomEvent): RoomState | null {
  if (event.type === "opened") {
    const free = call === null || call.phase === "ended";
    return free ? begin(event.beginning, event.phase) : call;
  }
  if (!call || !legal[event.type].includes(call.phase)) return call;
  if (event.type === "dismissed") return null;
  if (event.type === "settled") return settle(call, event.reason, event.at);
  if (event.type === "ended") return end(call, event.reason, event.at);
  if (event.type === "failed") {
    return { ...end(call, "failed", event.at), problem: event.problem };
  }
  const next = advance(call, event);
  return call.phase === "lobby" ? next : { ...next, phase: phaseOf(next) };
}

type StepEvent = Exclude<
  RoomEvent,
  { type: "opened" | "dismissed" | "settled" | "ended" | "failed" }
>;

function advance(call: RoomState, event: StepEvent): RoomState {
  switch (event.type) {
    case "joining":
      return {
        ...call,
        phase: "joining",
        startedAt: event.at,
        problem: null,
        waitingFor: rungBy(call),
      };
    case "admitted": {
      const direction = event.isMine ? "outgoing" : "incoming";
      // The others ring from now on; the server counts from just before it answered.
      const startedAt = call.sid === null ? event.at : call.startedAt;
      return { ...call, sid: event.sid, kind: event.kind, direction, startedAt };
    }
    case "entered":
      return { ...call, isInside: true, trouble: null, problem: null };
    case "tiles":
      return withTiles(call, event.tiles, event.at);
    case "waiting-for":
      return { ...call, waitingFor: event.people };
    case "missing":
      return others(call.tiles) === 0 ? { ...call, isOtherMissing: true } : call;
    case "troubled":
      return { ...call, trouble: event.trouble };
    case "shared":
      return { ...call, isSharing: event.on };
    case "sound-blocked":
      return { ...call, isSoundBlocked: event.blocked };
    case "problem":
      return { ...call, problem: event.problem };
  }
}

function withTiles(call: RoomState, tiles: readonly Tile[], at: number): RoomState {
  if (others(tiles) === 0) return { ...call, tiles };
  return { ...call, tiles, openedAt: call.openedAt ?? at, isOtherMissing: false };
}

function end(call: RoomState, reason: EndReason, at: number): RoomState {
  return {
    ...call,
    phase: "ended",
    endedAt: at,
    reason,
    trouble: null,
    problem: null,
    waitingFor: [],
    isSharing: false,
    isSoundBlocked: false,
  };
}

/** The row tells how it ended, and does so better than what was seen from here. */
function settle(call: RoomState, reason: EndReason, at: number): RoomState {
  if (call.phase !== "ended") return end(call, reason, at);
  if (call.problem && !explained.has(call.problem) && !theirDoing.has(reason)) return call;
  return { ...call, reason, problem: null };
}
