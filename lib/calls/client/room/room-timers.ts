import type { EndReason } from "@/lib/calls/client/call-state";
import { ringMs } from "@/lib/calls/client/room/rings";
import type { RoomState } from "@/lib/calls/client/room/room-state";

/** Something that has lasted too long. */
export type Timeout =
  /** The server or the provider did not answer. */
  | "stuck"
  /** Nobody has answered. */
  | "no-answer"
  /** The other of a pair is gone, for longer than between a hang-up and its news. */
  | "missing"
  /** The other of a pair did not come back. */
  | "abandoned"
  /** The notice of a call that is over has been read. */
  | "read";

const afterMs: Record<Timeout, number> = {
  stuck: 30_000,
  "no-answer": ringMs,
  missing: 1500,
  abandoned: 30_000,
  read: 4000,
};
/** A notice that says why takes longer to read. */
const readWhyMs = 8000;

/** Ends that nobody needs to be told the reason of. */
const plain: ReadonlySet<EndReason | null> = new Set([null, "hangup", "ended", "canceled"]);

/** What a call waits for now; null when for nothing that could last too long. */
export function timeoutOf(call: RoomState | null): Timeout | null {
  if (!call || call.phase === "lobby") return null;
  if (call.phase === "ended") return call.problem ? null : "read";
  if (call.phase === "joining") return "stuck";
  const isAlone = call.tiles.every(({ isMe }) => isMe);
  if (!call.isInside || !isAlone) return null;
  if (call.direction === "outgoing" && call.openedAt === null) return "no-answer";
  if (call.match.isGroup) return null;
  return call.isOtherMissing ? "abandoned" : "missing";
}

/** Epoch milliseconds at which it has lasted too long. */
function deadlineOf(timeout: Timeout, { startedAt, endedAt, reason }: RoomState): number {
  // A reload does not make the others ring for longer.
  if (timeout === "no-answer") return startedAt + afterMs[timeout];
  if (timeout !== "read") return Date.now() + afterMs[timeout];
  return (endedAt ?? Date.now()) + (plain.has(reason) ? afterMs.read : readWhyMs);
}

export interface RoomTimers {
  follow(call: RoomState | null): void;
  stop(): void;
}

/** Says when a call has waited long enough for what it waits for. */
export function createRoomTimers(onTimeout: (timeout: Timeout) => void): RoomTimers {
  let waiting: Timeout | null = null;
  let why: EndReason | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    follow(call) {
      const next = timeoutOf(call);
      const reason = call?.reason ?? null;
      // The row may tell the reason after the end.
      if (next === waiting && reason === why) return;
      waiting = next;
      why = reason;
      clearTimeout(timer);
      if (next && call) timer = setTimeout(onTimeout, deadlineOf(next, call) - Date.now(), next);
    },
    stop: () => clearTimeout(timer),
  };
}
