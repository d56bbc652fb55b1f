import { describe, expect, it } from "vitest";
import {
  type CallRow,
  isMissedCall,
  isRowOf,
  parseCallRow,
  reachOf,
  reasonOf,
} from "@/lib/calls/client/call-row";
import type { LiveCall } from "@/lib/calls/client/call-state";

const startedAt = Date.parse("2026-11-20T20:00:00Z");
const payload = {
  id: "row",
  provider_sid: "CA-caller",
  kind: "voice",
  match_id: "match",
  caller_id: "ada",
  status: "no-answer",
  started_at: "2026-11-20T20:00:00+00:00",
  end_reason: "no-answer",
};
const row = (more: Partial<CallRow> = {}): CallRow => ({
  id: "row",
  providerSid: "CA-caller",
  matchId: "match",
  callerId: "ada",
  status: "no-answer",
  endReason: "no-answer",
  reach: "app",
  startedAt,
  ...more,
});
const call = (more: Partial<LiveCall> = {}): LiveCall => ({
  phase: "incoming",
  peer: { profileId: "ada", displayName: "Ada", matchId: "match" },
  direction: "incoming",
  muted: false,
  digits: "",
  reach: "app",
  startedAt: startedAt + 900,
  openedAt: null,
  callSid: "CA-callee",
  warnings: [],
  problem: null,
  outcome: null,
  ...more,
});

describe("the broadcast of a call's row", () => {
  it("is read when it is a voice call's", () => {
    expect(parseCallRow(payload)).toEqual(row());
  });

  it.each([
    null,
    "text",
    {},
    { ...payload, kind: "video" },
    { ...payload, provider_sid: 7 },
    { ...payload, started_at: "soon" },
  ])("is left alone otherwise: %j", (other) => {
    expect(parseCallRow(other)).toBeNull();
  });
});

it("tells of telephone calls too, with or without a match", () => {
  const phone = { ...payload, kind: "phone", match_id: null, caller_id: null };
  expect(parseCallRow(phone)).toEqual(row({ matchId: null, callerId: null }));
});

describe("whose row it is", () => {
  it("is the call's by its SID", () => {
    const mine = call({ direction: "outgoing", callSid: "CA-caller" });
    expect(isRowOf(mine, row({ startedAt: 0 }), "ben")).toBe(true);
  });

  it("is the callee's, who knows only the own leg, by caller, match and time", () => {
    expect(isRowOf(call(), row(), "ben")).toBe(true);
    expect(isRowOf(call(), row({ callerId: "eve" }), "ben")).toBe(false);
    expect(isRowOf(call(), row({ matchId: "other" }), "ben")).toBe(false);
    expect(isRowOf(call(), row({ startedAt: startedAt - 600_000 }), "ben")).toBe(false);
  });

  it("is not an earlier call's of the same caller, once the SID is known", () => {
    const again = call({ direction: "outgoing", callSid: "CA-second" });
    expect(isRowOf(again, row({ callerId: "ben" }), "ben")).toBe(false);
  });
});

describe("what the row says about the end", () => {
  it.each([
    ["completed", "hangup", "hangup"],
    ["busy", "declined", "declined"],
    ["busy", "busy", "busy"],
    ["no-answer", "no-answer", "no-answer"],
    ["canceled", "canceled", "canceled"],
    ["failed", "failed", "failed"],
    ["completed", "blocked", "blocked"],
    ["completed", null, "hangup"],
    ["ringing", null, null],
  ] as const)("%s, %s: %s", (status, endReason, reason) => {
    expect(reasonOf(row({ status, endReason }), call({ direction: "outgoing" }))).toBe(reason);
  });

  it("tells a device that rings that another one answered, and no device that talks", () => {
    const answered = row({ status: "in-progress", endReason: null });
    expect(reasonOf(answered, call())).toBe("elsewhere");
    expect(reasonOf(answered, call({ phase: "open", openedAt: startedAt }))).toBeNull();
    expect(reasonOf(answered, call({ phase: "connecting" }))).toBeNull();
  });
});

describe("a missed call", () => {
  it.each(["no-answer", "canceled", "busy"])("is one that ended as %s", (status) => {
    expect(isMissedCall(row({ status, endReason: status }), "ben")).toBe(true);
  });

  it("is neither one's own call, nor one that was declined, answered or still rings", () => {
    expect(isMissedCall(row(), "ada")).toBe(false);
    expect(isMissedCall(row({ status: "busy", endReason: "declined" }), "ben")).toBe(false);
    expect(isMissedCall(row({ status: "completed" }), "ben")).toBe(false);
    expect(isMissedCall(row({ status: "ringing", endReason: null }), "ben")).toBe(false);
  });
});

it("whoever was notified and has come is rung by the app", () => {
  expect(reachOf(row({ reach: "notified", status: "initiated" }))).toBe("notified");
  expect(reachOf(row({ reach: "notified", status: "ringing" }))).toBe("app");
  expect(reachOf(row({ reach: "telephone", status: "ringing" }))).toBe("telephone");
});
