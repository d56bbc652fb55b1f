import { expect, test } from "vitest";
import { joinable } from "@/components/call/joinable";
import { roomCall } from "@/lib/calls/client/room/testing";
import { emptyRoomView } from "@/lib/calls/client/room/view";

const left = roomCall({ phase: "ended", reason: "hangup", endedAt: 2 });
const pair = left.match;
const room = { sid: "RM1", kind: "video" as const };
const view = { ...emptyRoomView, live: { [pair.matchId]: room } };

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
