import { expect, it } from "vitest";
import { parseRoomRow } from "@/lib/calls/client/room/room-row";

const payload = {
  id: "call-1",
  provider_sid: "RM1",
  match_id: "match-1",
  kind: "video",
  caller_id: "ada",
  status: "in-progress",
  started_at: "2026-01-01T12:00:00+00:00",
  end_reason: null,
  participants: [
    { profile_id: "ada", role: "caller", status: "in-progress", joined_at: null },
    { profile_id: "ben", role: "callee", status: "ringing", joined_at: null },
  ],
};

it("reads a room with everybody who is rung or there", () => {
  expect(parseRoomRow(payload)).toEqual({
    id: "call-1",
    sid: "RM1",
    matchId: "match-1",
    kind: "video",
    callerId: "ada",
    status: "in-progress",
    endReason: null,
    startedAt: Date.UTC(2026, 0, 1, 12),
    participants: [
      { profileId: "ada", role: "caller", status: "in-progress" },
      { profileId: "ben", role: "callee", status: "ringing" },
    ],
  });
});

it("reads a group's voice call, and a room that nobody is known to be in", () => {
  const row = parseRoomRow({ ...payload, kind: "voice", participants: null });
  expect(row).toMatchObject({ kind: "voice", participants: [] });
});

it.each([
  ["canceled", null, "canceled"],
  ["completed", null, "hangup"],
  ["busy", "declined", "declined"],
  ["ringing", null, null],
])("%s with the reason %s ended by %s", (status, end_reason, reason) => {
  expect(parseRoomRow({ ...payload, status, end_reason })?.endReason).toBe(reason);
});

it.each([
  ["a voice call between two", { ...payload, provider_sid: "CA1", kind: "voice" }],
  ["a telephone call", { ...payload, kind: "phone" }],
  ["an unknown status", { ...payload, status: "paused" }],
  ["no time", { ...payload, started_at: "yesterday" }],
  ["nothing", null],
])("refuses %s", (_what, value) => {
  expect(parseRoomRow(value)).toBeNull();
});
