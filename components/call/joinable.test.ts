import { expect, test } from "vitest";
import { joinable } from "@/components/call/joinable";
import { emptyRoomView, type RoomCall, type RoomMatch } from "@/lib/calls/room/view";

const pair: RoomMatch = { matchId: "m", name: "Ben", isGroup: false, people: [] };
const left: RoomCall = {
  match: pair,
  kind: "video",
  phase: "ended",
  direction: "outgoing",
  sid: "RM1",
  tiles: [],
  waitingFor: [],
  openedAt: 1,
  endedAt: 2,
  trouble: null,
  problem: null,
  reason: "hangup",
  isSharing: false,
  isSoundBlocked: false,
};
const room = { sid: "RM1", kind: "video" as const };
const view = { ...emptyRoomView, live: { m: room } };

test("a live room can be joined, and no other match's", () => {
  expect(joinable(view, pair)).toBe(room);
  expect(joinable(view, { ...pair, matchId: "other" })).toBeNull();
});

test("a group's call goes on without whoever left it, a pair's does not", () => {
  expect(joinable({ ...view, call: left }, { ...pair, isGroup: true })).toBe(room);
  expect(joinable({ ...view, call: left }, pair)).toBeNull();
});

test("a call that was lost, or goes on on another device, can be joined again", () => {
  expect(joinable({ ...view, call: { ...left, problem: "another-device" } }, pair)).toBe(room);
});
