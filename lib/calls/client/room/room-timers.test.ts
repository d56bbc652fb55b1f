import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RoomState } from "@/lib/calls/client/room/room-state";
import { createRoomTimers, type Timeout, timeoutOf } from "@/lib/calls/client/room/room-timers";
import { roomCall, tileNamed } from "@/lib/calls/client/room/testing";

const alone = [tileNamed("Ada")];
const both = [...alone, tileNamed("Ben")];
const call = (more: Partial<RoomState>): RoomState => ({
  ...roomCall({ phase: "waiting", tiles: alone, openedAt: null }),
  startedAt: 0,
  isInside: true,
  isOtherMissing: false,
  ...more,
});
const group = { matchId: "match-1", name: "Friday", isGroup: true, people: [] };

describe("a call waits", () => {
  it.each<[string, Partial<RoomState>, Timeout | null]>([
    ["for the server", { phase: "joining", isInside: false }, "stuck"],
    ["for an answer", {}, "no-answer"],
    ["for the other to come back", { phase: "connected", openedAt: 1 }, "missing"],
    ["and has said so", { phase: "reconnecting", openedAt: 1, isOtherMissing: true }, "abandoned"],
    ["for a caller who has gone", { direction: "incoming" }, "missing"],
    ["to be read of", { phase: "ended" }, "read"],
    ["for nothing in the lobby", { phase: "lobby" }, null],
    ["for nothing while two talk", { phase: "connected", tiles: both }, null],
    ["for nothing when a group goes on", { phase: "connected", openedAt: 1, match: group }, null],
    ["for a person to read what is wrong", { phase: "ended", problem: "connection" }, null],
  ])("%s", (_what, more, timeout) => {
    expect(timeoutOf(call(more))).toBe(timeout);
  });
});

describe("the clock of a call", () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  it("gives up ringing forty seconds after the call began, a reload or not", () => {
    const onTimeout = vi.fn();
    vi.setSystemTime(30_000);
    createRoomTimers(onTimeout).follow(call({ startedAt: 0 }));
    vi.advanceTimersByTime(9999);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onTimeout).toHaveBeenCalledWith("no-answer");
  });

  it("waits half a minute for the other of a pair, and no more once they are back", () => {
    const onTimeout = vi.fn();
    const timers = createRoomTimers(onTimeout);
    const missing = call({ phase: "reconnecting", openedAt: 1, isOtherMissing: true });
    timers.follow(missing);
    vi.advanceTimersByTime(29_000);
    timers.follow(call({ phase: "connected", openedAt: 1, tiles: both }));
    vi.advanceTimersByTime(60_000);
    expect(onTimeout).not.toHaveBeenCalled();
    timers.follow(missing);
    vi.advanceTimersByTime(30_000);
    expect(onTimeout).toHaveBeenCalledWith("abandoned");
  });

  it.each<[string, Partial<RoomState>, number]>([
    ["that was hung up", { reason: "hangup" }, 4000],
    ["that was given up", { reason: "canceled" }, 4000],
    ["that was declined", { reason: "declined" }, 8000],
    ["that nobody answered", { reason: "no-answer" }, 8000],
    ["to somebody in another call", { reason: "busy" }, 8000],
  ])("takes the notice of a call %s away when it has been read", (_what, more, after) => {
    const onTimeout = vi.fn();
    createRoomTimers(onTimeout).follow(call({ phase: "ended", endedAt: 0, ...more }));
    vi.advanceTimersByTime(after - 1);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onTimeout).toHaveBeenCalledWith("read");
  });

  it("leaves a notice for longer whose reason came after the end", () => {
    const onTimeout = vi.fn();
    const timers = createRoomTimers(onTimeout);
    timers.follow(call({ phase: "ended", endedAt: 0, reason: "ended" }));
    vi.advanceTimersByTime(1000);
    timers.follow(call({ phase: "ended", endedAt: 0, reason: "declined" }));
    vi.advanceTimersByTime(6999);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onTimeout).toHaveBeenCalledWith("read");
  });
});
