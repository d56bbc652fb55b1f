import { ringMs } from "@/lib/calls/room/rings";
import type { RoomState } from "@/lib/calls/room/room-state";

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

export interface RoomTimers {
  follow(call: RoomState | null): void;
  stop(): void;
}

/** Says when a call has waited long enough for what it waits for. */
export function createRoomTimers(onTimeout: (timeout: Timeout) => void): RoomTimers {
  let waiting: Timeout | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    follow(call) {
      const next = timeoutOf(call);
      if (next === waiting) return;
      waiting = next;
      clearTimeout(timer);
      if (!next || !call) return;
      // A reload does not make the others ring for longer.
      const since = next === "no-answer" ? call.startedAt : Date.now();
      timer = setTimeout(onTimeout, since + afterMs[next] - Date.now(), next);
    },
    stop: () => clearTimeout(timer),
  };
}
