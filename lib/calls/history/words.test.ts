import { describe, expect, it } from "vitest";
import { ada, leg, remembered } from "@/lib/calls/history/testing";
import { callBackOf, callName, outcomeWords } from "@/lib/calls/history/words";

const cleo = leg({ profileId: "cleo", name: "Cleo" });
const unknown = leg({ profileId: null, name: null });
const dialled = remembered({
  ...{ matchId: null, dialled: "+14155550123", participants: [ada, unknown] },
});
const gone = remembered({ matchId: null, participants: [ada, unknown] });
const group = (more = {}) =>
  remembered({ isGroup: true, kind: "video", participants: [ada, leg(), leg(), cleo], ...more });

describe("whom a call was with", () => {
  it("is a person, a group by its title or its people, a number, or somebody", () => {
    expect(callName(remembered(), "ada")).toBe("Ben");
    expect(callName(group({ title: "Double date" }), "ada")).toBe("Double date");
    expect(callName(group(), "ada")).toBe("Ben, Cleo");
    expect(callName(dialled, "ada")).toBe("+1 415 555 0123");
    expect(callName(gone, "ada")).toBe("Somebody");
    expect(callName(group({ participants: [ada, unknown] }), "ada")).toBe("A group");
  });
});

describe("what became of a call", () => {
  const from = { isOutgoing: false, callerId: "ben" };
  it.each([
    [remembered(), "Phone call, 4 min"],
    [remembered({ status: "busy", endReason: "declined" }), "Phone call, declined"],
    [remembered({ ...from, status: "no-answer", outcome: "missed" }), "Missed phone call"],
    [remembered({ kind: "video", status: "ringing", outcome: "live" }), "Video call in progress"],
    [group(), "You started a video call, 4 min"],
    [
      group({ ...from, participants: [leg({ role: "caller" }), cleo] }),
      "Ben started a video call, 4 min",
    ],
    [group({ ...from, outcome: "missed" }), "Missed group video call"],
    [group({ outcome: "unanswered" }), "You started a video call, nobody joined"],
  ])("%# is said in a line", (call, words) => {
    expect(outcomeWords(call, "ada")).toBe(words);
  });
});

describe("calling back", () => {
  it("goes the way that the call came", () => {
    const back = (more = {}) => callBackOf(remembered(more), "ada");
    expect(back()).toMatchObject({ type: "phone", profileId: "ben" });
    expect(back({ kind: "voice" })).toMatchObject({ type: "voice" });
    expect(back({ kind: "video" })).toEqual({ type: "room", matchId: "match" });
    expect(back({ kind: "voice", isGroup: true })).toMatchObject({ type: "room" });
    expect(callBackOf(dialled, "ada")).toEqual({ type: "number", number: "+14155550123" });
  });

  it("is impossible where nobody is known", () => {
    expect(callBackOf(gone, "ada")).toBeNull();
    expect(callBackOf(remembered({ participants: [ada, unknown] }), "ada")).toBeNull();
  });
});
