import { describe, expect, it } from "vitest";
import type { RecentCall } from "@/lib/calls/recent/types";
import { callBackOf, recentName, recentWords } from "@/lib/calls/recent/words";

const ben = { id: "ben", name: "Ben" };
const cleo = { id: "cleo", name: "Cleo" };
const call = (more: Partial<RecentCall> = {}): RecentCall => ({
  id: "row",
  kind: "phone",
  status: "completed",
  startedAt: "2026-11-20T20:00:00Z",
  matchId: "match",
  callerId: "ada",
  durationSeconds: 240,
  endReason: "hangup",
  isGroup: false,
  title: null,
  people: [ben],
  dialled: null,
  ...more,
});
const dialled = call({ matchId: null, people: [], dialled: "+14155550123" });
const stranger = call({ matchId: null, people: [], callerId: null });

describe("whom a call was with", () => {
  it("is a person, a group by its title or its people, a number, or somebody", () => {
    expect(recentName(call())).toBe("Ben");
    expect(recentName(call({ isGroup: true, title: "Double date" }))).toBe("Double date");
    expect(recentName(call({ isGroup: true, people: [ben, cleo] }))).toBe("Ben, Cleo");
    expect(recentName(dialled)).toBe("+1 415 555 0123");
    expect(recentName(stranger)).toBe("Somebody");
  });
});

it("says what became of it, as the chat does", () => {
  expect(recentWords(call(), "ada")).toBe("Phone call, 4 min");
  expect(recentWords(call({ status: "no-answer" }), "ben")).toBe("Missed phone call");
  const video = call({ kind: "video", isGroup: true, people: [ben, cleo], callerId: "ben" });
  expect(recentWords(video, "ada")).toBe("Ben started a video call, 4 min");
});

describe("calling back", () => {
  it("goes the way that the call came", () => {
    expect(callBackOf(call())).toMatchObject({ type: "phone", profileId: "ben" });
    expect(callBackOf(call({ kind: "voice" }))).toMatchObject({ type: "voice" });
    expect(callBackOf(call({ kind: "video" }))).toEqual({ type: "room", matchId: "match" });
    expect(callBackOf(call({ kind: "voice", isGroup: true }))).toMatchObject({ type: "room" });
    expect(callBackOf(dialled)).toEqual({ type: "number", number: "+14155550123" });
  });

  it("is impossible where nobody is known", () => {
    expect(callBackOf(stranger)).toBeNull();
    expect(callBackOf(call({ people: [] }))).toBeNull();
  });
});
