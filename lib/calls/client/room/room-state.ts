import type { EndReason } from "@/lib/calls/client/call-state";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import type {
  RoomCall,
  RoomKind,
  RoomMatch,
  RoomPerson,
  Tile,
  Trouble,
} from "@/lib/calls/client/room/view";

/** The call as the engine knows it: what is shown, and what that is concluded from. */
export interface RoomState extends RoomCall {
  /** Epoch milliseconds: when this person asked for it, or answered. */
  startedAt: number;
  /** Connected to the room at least once. */
  isInside: boolean;
  /** The other of a pair has gone without hanging up. */
  isOtherMissing: boolean;
}

export interface Beginning {
  match: RoomMatch;
  kind: RoomKind;
  direction: RoomCall["direction"];
  sid: string | null;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Epoch milliseconds; null unless it goes on after a reload. */
  openedAt: number | null;
}

export type RoomEvent =
  | { type: "opened"; beginning: Beginning; phase: "lobby" | "joining" }
  | { type: "joining"; at: number }
  | { type: "admitted"; sid: string; kind: RoomKind; isMine: boolean; at: number }
  | { type: "entered"; at: number }
  | { type: "tiles"; tiles: readonly Tile[]; at: number }
  | { type: "waiting-for"; people: readonly RoomPerson[] }
  | { type: "missing" }
  | { type: "troubled"; trouble: Trouble | null }
  | { type: "shared"; on: boolean }
  | { type: "sound-blocked"; blocked: boolean }
  | { type: "problem"; problem: RoomProblemCode | null }
  | { type: "failed"; problem: RoomProblemCode; at: number }
  | { type: "ended"; reason: EndReason; at: number }
  | { type: "settled"; reason: EndReason; at: number }
  | { type: "dismissed" };

/** Whether a call is under way: neither over nor still in the lobby. */
export const isJoined = (call: RoomCall) => call.phase !== "ended" && call.phase !== "lobby";

/** Whether the caller hears the others' phones ring. */
export function ringsOut({ phase, direction, waitingFor, openedAt }: RoomCall): boolean {
  const isFirst = direction === "outgoing" && openedAt === null;
  return phase === "waiting" && isFirst && waitingFor.length > 0;
}
