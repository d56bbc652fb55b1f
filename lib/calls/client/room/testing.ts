import type { RoomCall, Tile } from "@/lib/calls/client/room/view";

/** A participant for tests: silent about everything but the name; Ada is oneself. */
export function tileNamed(name: string, change: Partial<Tile> = {}): Tile {
  return {
    key: name,
    person: { id: name, name },
    isMe: name === "Ada",
    isMuted: false,
    camera: null,
    screen: null,
    isDominantSpeaker: false,
    quality: null,
    isReconnecting: false,
    ...change,
  };
}

/** A video call with Ben for tests, which Ada has started; two have talked since `openedAt`. */
export function roomCall(change: Partial<RoomCall> = {}): RoomCall {
  return {
    match: { matchId: "match", name: "Ben", isGroup: false, people: [{ id: "Ben", name: "Ben" }] },
    kind: "video",
    phase: "connected",
    direction: "outgoing",
    sid: "RM1",
    tiles: [],
    waitingFor: [],
    openedAt: 1,
    endedAt: null,
    trouble: null,
    problem: null,
    reason: null,
    isSharing: false,
    isSoundBlocked: false,
    ...change,
  };
}
