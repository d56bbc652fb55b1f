import { describe, expect, test } from "vitest";
import { whyNotCall } from "@/components/call/why-not";
import { roomCall } from "@/lib/calls/client/room/testing";
import { emptyRoomView, type RoomView } from "@/lib/calls/client/room/view";
import { emptyView } from "@/lib/calls/client/view";

const call = roomCall();
const why = (part: Partial<RoomView>, matchId: string) =>
  whyNotCall(emptyView, { ...emptyRoomView, ...part }, matchId);

describe("why nobody can be called", () => {
  test("there is no reason without a call, nor after it", () => {
    expect(why({}, call.match.matchId)).toBeNull();
    expect(why({ call: { ...call, phase: "ended" } }, call.match.matchId)).toBeNull();
  });

  test("a call of this tab, here and elsewhere", () => {
    expect(why({ call }, call.match.matchId)).toBe("You are in this call.");
    expect(why({ call: { ...call, openedAt: null } }, call.match.matchId)).toBe("Calling Ben…");
    expect(why({ call }, "there")).toBe("You are in a call with Ben.");
  });

  test("a call of another tab", () => {
    const elsewhere = { matchId: call.match.matchId, name: "Ben" };
    expect(why({ elsewhere }, call.match.matchId)).toBe("You are in this call in another tab.");
    expect(why({ elsewhere }, "there")).toBe("You are in a call with Ben in another tab.");
  });
});
