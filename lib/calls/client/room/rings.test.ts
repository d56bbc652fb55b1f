import { describe, expect, it } from "vitest";
import {
  hearRow,
  isMissed,
  type KnownRooms,
  liveIn,
  ringIn,
  ringMs,
  settleRing,
} from "@/lib/calls/client/room/rings";
import type { RoomRow } from "@/lib/calls/client/room/room-row";

const me = "ben";
const rowOf = (more: Partial<RoomRow> = {}, mine: RoomRow["status"] = "ringing"): RoomRow => ({
  id: "call-1",
  sid: "RM1",
  matchId: "match-1",
  kind: "video",
  callerId: "ada",
  status: "ringing",
  endReason: null,
  startedAt: 100_000,
  participants: [
    { profileId: "ada", role: "caller", status: "initiated" },
    { profileId: me, role: "callee", status: mine },
  ],
  ...more,
});
const none: KnownRooms = new Map();
const event = (rooms: KnownRooms, row: RoomRow, turn = 1, at = 100_000) =>
  hearRow(rooms, { row, me, at, turn, by: "event" });
const answer = (rooms: KnownRooms, row: RoomRow, turn = 0, at = 100_000) =>
  hearRow(rooms, { row, me, at, turn, by: "fetch" });
const ringAt = (rooms: KnownRooms, at: number, skew: number | null = 0) =>
  ringIn(rooms, { me, at, skew })?.row.id ?? null;

describe("a room rings", () => {
  it("as soon as its beginning is heard of, for forty seconds", () => {
    const rooms = event(none, rowOf());
    expect(ringAt(rooms, 100_001, null)).toBe("call-1");
    expect(ringAt(rooms, 100_000 + ringMs - 1)).toBe("call-1");
    expect(ringAt(rooms, 100_000 + ringMs)).toBeNull();
  });

  it("on a page that is opened meanwhile, for what is left of them", () => {
    const rooms = answer(none, rowOf(), 0, 130_000);
    expect(ringAt(rooms, 130_001)).toBe("call-1");
    expect(ringAt(rooms, 140_000)).toBeNull();
  });

  it("by the server's clock, whatever this browser's says", () => {
    const minute = 60_000;
    const slow = answer(none, rowOf(), 0, 110_000 - 5 * minute);
    expect(ringAt(slow, 110_001 - 5 * minute, 5 * minute)).toBe("call-1");
    const fast = answer(none, rowOf(), 0, 150_000 - minute);
    expect(ringAt(fast, 150_001 - minute, minute)).toBeNull();
  });

  it("not before the server's clock is known, when it was not heard of as it began", () => {
    expect(ringAt(answer(none, rowOf()), 100_001, null)).toBeNull();
    const answered = event(none, rowOf({ status: "in-progress" }));
    expect(ringAt(answered, 100_001, null)).toBeNull();
    expect(ringAt(answered, 100_001, 0)).toBe("call-1");
  });

  it("as the latest, when two do", () => {
    const later = rowOf({ id: "call-2", sid: "RM2", startedAt: 105_000 });
    expect(ringAt(event(event(none, later), rowOf(), 2), 106_000)).toBe("call-2");
  });
});

describe("a ring ends", () => {
  const ringing = event(none, rowOf());
  it.each([
    ["it was answered on another device", rowOf({ status: "in-progress" }, "in-progress")],
    ["it was declined on another device", rowOf({}, "busy")],
    ["the caller gave up", rowOf({ status: "canceled", endReason: "canceled" }, "canceled")],
    ["it is over", rowOf({ status: "completed", endReason: "hangup" }, "no-answer")],
  ])("when %s", (_why, row) => {
    expect(ringAt(event(ringing, row, 2), 101_000)).toBeNull();
  });

  it("when it is decided here, and comes back when that failed", () => {
    const declined = settleRing(ringing, "call-1", true);
    expect(ringAt(declined, 101_000)).toBeNull();
    expect(ringAt(settleRing(declined, "call-1", false), 101_000)).toBe("call-1");
  });

  it("for good: an old answer does not bring it back", () => {
    const over = event(ringing, rowOf({ status: "canceled" }, "canceled"), 2);
    expect(ringAt(answer(over, rowOf(), 3), 101_000)).toBeNull();
    const taken = event(ringing, rowOf({ status: "in-progress" }, "in-progress"), 2);
    expect(ringAt(answer(taken, rowOf(), 1), 101_000)).toBeNull();
  });
});

describe("one does not ring", () => {
  it.each([
    [
      "for its caller",
      rowOf({
        callerId: me,
        participants: [{ profileId: me, role: "caller", status: "initiated" }],
      }),
    ],
    ["for a person who is in another call", rowOf({}, "busy")],
    ["for a person who was not rung", rowOf({ participants: [] })],
  ])("%s", (_who, row) => {
    expect(ringAt(event(none, row), 100_001)).toBeNull();
  });

  it("again for somebody who has come and gone", () => {
    const participants = [
      { profileId: me, role: "callee" as const, status: "completed" as const },
      { profileId: me, role: "callee" as const, status: "in-progress" as const },
    ];
    expect(ringAt(event(none, rowOf({ participants })), 100_001)).toBeNull();
  });
});

it("a match has a live room until that is over", () => {
  const rooms = event(none, rowOf());
  expect(liveIn(rooms)).toEqual({ "match-1": { sid: "RM1", kind: "video" } });
  expect(liveIn(event(rooms, rowOf({ status: "completed" }), 2))).toEqual({});
});

describe("a call was missed", () => {
  const ended = (status: RoomRow["status"], mine: RoomRow["status"]) =>
    rowOf({ status, endReason: status === "busy" ? "declined" : "canceled" }, mine);

  it("when it ended before this person came", () => {
    expect(isMissed(event(none, rowOf()), ended("canceled", "canceled"), me)).toBe(true);
    expect(isMissed(none, ended("no-answer", "no-answer"), me)).toBe(true);
  });

  it("when the others of a group took it and this person did not", () => {
    const row = rowOf({ status: "completed", endReason: "hangup" }, "no-answer");
    expect(isMissed(event(none, rowOf()), row, me)).toBe(true);
  });

  it("when this person was in another call", () => {
    const row = rowOf({ status: "busy", endReason: "busy" }, "busy");
    expect(isMissed(none, row, me)).toBe(true);
  });

  it("not when it was declined or taken, and told only once", () => {
    const before = event(none, rowOf());
    expect(isMissed(before, ended("busy", "busy"), me)).toBe(false);
    expect(isMissed(settleRing(before, "call-1", true), ended("canceled", "canceled"), me)).toBe(
      false,
    );
    const group = rowOf({ status: "completed", endReason: "hangup" }, "busy");
    expect(isMissed(before, group, me)).toBe(false);
    expect(isMissed(before, ended("completed", "completed"), me)).toBe(false);
    const over = event(before, ended("canceled", "canceled"), 2);
    expect(isMissed(over, ended("canceled", "canceled"), me)).toBe(false);
  });

  it("never by its caller", () => {
    const row = rowOf({ callerId: me, status: "no-answer", endReason: "no-answer" });
    expect(isMissed(none, row, me)).toBe(false);
  });
});
