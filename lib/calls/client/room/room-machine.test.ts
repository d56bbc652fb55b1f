import { describe, expect, it } from "vitest";
import { transition } from "@/lib/calls/client/room/room-machine";
import {
  type Beginning,
  type RoomEvent,
  type RoomState,
  ringsOut,
} from "@/lib/calls/client/room/room-state";
import { tileNamed } from "@/lib/calls/client/room/testing";

const match = {
  matchId: "match-1",
  name: "Ben",
  isGroup: false,
  people: [{ id: "ben", name: "Ben" }],
};
const beginning: Beginning = {
  match,
  kind: "video",
  direction: "outgoing",
  sid: null,
  startedAt: 1000,
  openedAt: null,
};
const alone: RoomEvent = { type: "tiles", tiles: [tileNamed("Ada")], at: 2000 };
const withBen: RoomEvent = { type: "tiles", tiles: [tileNamed("Ada"), tileNamed("Ben")], at: 3000 };
const opened = (
  more: Partial<Beginning> = {},
  phase: "lobby" | "joining" = "lobby",
): RoomEvent => ({
  type: "opened",
  beginning: { ...beginning, ...more },
  phase,
});
const joining: RoomEvent = { type: "joining", at: 1500 };
const admitted: RoomEvent = {
  type: "admitted",
  sid: "RM1",
  kind: "video",
  isMine: true,
  at: 1600,
};
const entered: RoomEvent = { type: "entered", at: 1800 };

const callAfter = (...events: RoomEvent[]) =>
  events.reduce<RoomState | null>((call, event) => transition(call, event), null);
const waiting = [opened(), joining, admitted, entered, alone];
const talking = [...waiting, withBen];

describe("a call that this person starts", () => {
  it("goes from the lobby by joining and waiting to talking", () => {
    expect(callAfter(opened())).toMatchObject({ phase: "lobby", waitingFor: [] });
    expect(callAfter(opened(), joining)).toMatchObject({
      phase: "joining",
      waitingFor: match.people,
    });
    expect(callAfter(...waiting)).toMatchObject({ phase: "waiting", sid: "RM1", openedAt: null });
    expect(callAfter(...talking)).toMatchObject({ phase: "connected", openedAt: 3000 });
  });

  it("rings from when the server let it, not from the wish", () => {
    expect(callAfter(opened(), joining, admitted)).toMatchObject({ startedAt: 1600 });
    const again = { ...admitted, at: 7000 } as const;
    expect(callAfter(opened(), joining, admitted, again)).toMatchObject({ startedAt: 1600 });
  });

  it("is heard ringing while it rings, and no longer", () => {
    const rings = (...events: RoomEvent[]) => {
      const call = callAfter(...events);
      return call !== null && ringsOut(call);
    };
    expect(rings(...waiting)).toBe(true);
    expect(rings(...waiting, { type: "waiting-for", people: [] })).toBe(false);
    expect(rings(...talking)).toBe(false);
  });

  it("is an incoming one when somebody else had started it meanwhile", () => {
    const call = callAfter(opened(), joining, { ...admitted, kind: "voice", isMine: false });
    expect(call).toMatchObject({ direction: "incoming", kind: "voice" });
  });
});

describe("a voice call and an accepted one", () => {
  it("skip the lobby", () => {
    const call = callAfter(opened({ sid: "RM1", direction: "incoming" }, "joining"));
    expect(call).toMatchObject({ phase: "joining", waitingFor: [] });
  });

  it("talk at once when the others are there already", () => {
    const call = callAfter(opened({ sid: "RM1" }, "joining"), entered, withBen);
    expect(call).toMatchObject({ phase: "connected", openedAt: 3000 });
  });
});

describe("when the connection suffers", () => {
  it("it reconnects, and goes on where it was", () => {
    const lost = callAfter(...talking, { type: "troubled", trouble: "media" });
    expect(lost).toMatchObject({ phase: "reconnecting", trouble: "media" });
    const back = callAfter(
      ...talking,
      { type: "troubled", trouble: "media" },
      {
        type: "troubled",
        trouble: null,
      },
    );
    expect(back).toMatchObject({ phase: "connected", trouble: null, openedAt: 3000 });
  });

  it("a weak network alone does not interrupt it", () => {
    const weak = callAfter(...talking, { type: "troubled", trouble: "low-bandwidth" });
    expect(weak).toMatchObject({ phase: "connected", trouble: "low-bandwidth" });
  });

  it("being let in again ends the trouble", () => {
    const back = callAfter(...talking, { type: "troubled", trouble: "signaling" }, entered);
    expect(back).toMatchObject({ phase: "connected", trouble: null });
  });
});

describe("when the other of a pair is gone", () => {
  it("the call waits for them without a word, then says so, and goes on when they come back", () => {
    expect(callAfter(...talking, alone)?.phase).toBe("connected");
    expect(callAfter(...talking, alone, { type: "missing" })?.phase).toBe("reconnecting");
    expect(callAfter(...talking, alone, { type: "missing" }, withBen)?.phase).toBe("connected");
  });

  it("and back already, nobody is missing", () => {
    expect(callAfter(...talking, { type: "missing" })).toMatchObject({ isOtherMissing: false });
  });
});

describe("a call that is over", () => {
  const ended: RoomEvent = { type: "ended", reason: "ended", at: 9000 };

  it("says when and why, and forgets what was going on", () => {
    const busy: RoomEvent[] = [
      { type: "shared", on: true },
      { type: "sound-blocked", blocked: true },
    ];
    expect(callAfter(...talking, ...busy, ended)).toMatchObject({
      phase: "ended",
      endedAt: 9000,
      reason: "ended",
      isSharing: false,
      isSoundBlocked: false,
      openedAt: 3000,
    });
  });

  it("takes its reason from the row, whichever is heard first", () => {
    const declined: RoomEvent = { type: "settled", reason: "declined", at: 9000 };
    expect(callAfter(...waiting, declined)).toMatchObject({ phase: "ended", reason: "declined" });
    expect(callAfter(...waiting, ended, declined)).toMatchObject({
      reason: "declined",
      endedAt: 9000,
    });
  });

  it("keeps the problem that broke it off, unless the other side had ended it", () => {
    const failed: RoomEvent = { type: "failed", problem: "connection", at: 9000 };
    const settled = (reason: "hangup" | "declined"): RoomEvent => ({
      type: "settled",
      reason,
      at: 1,
    });
    expect(callAfter(...talking, failed)).toMatchObject({
      reason: "failed",
      problem: "connection",
    });
    expect(callAfter(...talking, failed, settled("hangup"))?.problem).toBe("connection");
    expect(callAfter(...waiting, failed, settled("declined"))?.problem).toBeNull();
  });

  it("was just over, when being taken out or too late is all that went wrong", () => {
    const hangup: RoomEvent = { type: "settled", reason: "hangup", at: 1 };
    for (const problem of ["removed", "over"] as const) {
      const call = callAfter(...waiting, { type: "failed", problem, at: 9000 }, hangup);
      expect(call).toMatchObject({ problem: null, reason: "hangup" });
    }
  });

  it("goes when it is dismissed, and gives way to the next", () => {
    expect(callAfter(...talking, ended, { type: "dismissed" })).toBeNull();
    expect(callAfter(...talking, ended, opened())).toMatchObject({ phase: "lobby", sid: null });
  });

  it("hears nothing more", () => {
    const over = callAfter(...talking, ended);
    for (const event of [joining, admitted, entered, withBen, ended]) {
      expect(transition(over, event)).toBe(over);
    }
  });
});

it("a lobby is closed without a trace", () => {
  expect(callAfter(opened(), { type: "dismissed" })).toBeNull();
});

it("a call that is on is not replaced by another", () => {
  const call = callAfter(...talking);
  expect(transition(call, opened())).toBe(call);
});

it("a screen that is shared and a problem are shown while it goes on", () => {
  expect(callAfter(...talking, { type: "shared", on: true })?.isSharing).toBe(true);
  const call = callAfter(...talking, { type: "problem", problem: "screen-denied" });
  expect(call).toMatchObject({ phase: "connected", problem: "screen-denied" });
});
