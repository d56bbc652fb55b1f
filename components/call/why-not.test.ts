import { describe, expect, test } from "vitest";
import { whyNotCall } from "@/components/call/why-not";
import { emptyView } from "@/lib/calls/client/view";
import { emptyRoomView, type RoomCall, type RoomView } from "@/lib/calls/room/view";

const call: RoomCall = {
  match: { matchId: "here", name: "Ben", isGroup: false, people: [] },
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
};
const why = (part: Partial<RoomView>, matchId: string) =>
  whyNotCall(emptyView, { ...emptyRoomView, ...part }, matchId);

describe("why nobody can be called", () => {
  test("there is no reason without a call, nor after it", () => {
    expect(why({}, "here")).toBeNull();
    expect(why({ call: { ...call, phase: "ended" } }, "here")).toBeNull();
  });

  test("a call of this tab, here and elsewhere", () => {
    expect(why({ call }, "here")).toBe("You are in this call.");
    expect(why({ call: { ...call, openedAt: null } }, "here")).toBe("Calling Ben…");
    expect(why({ call }, "there")).toBe("You are in a call with Ben.");
  });

  test("a call of another tab", () => {
    const elsewhere = { matchId: "here", name: "Ben" };
    expect(why({ elsewhere }, "here")).toBe("You are in this call in another tab.");
    expect(why({ elsewhere }, "there")).toBe("You are in a call with Ben in another tab.");
  });
});
