import { expect, test } from "vitest";
import { ada, leg, remembered } from "@/lib/calls/history/testing";
import { timelineOf } from "@/lib/calls/history/timeline";

const words = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map((moment) => moment.words);
const vain = { joinedAt: null, leftAt: "2026-11-20T20:00:20Z" };

test("a call between two is told from both sides", () => {
  const call = remembered({ kind: "voice" });
  expect(words(call, "ada", ["2026-11-20T20:01:00Z"])).toEqual([
    ...["You called Ben", "Ben answered", "The recording started", "The call ended"],
  ]);
  const theirs = { ...call, isOutgoing: false };
  expect(words(theirs, "ben")).toEqual(["Ada called you", "You answered", "The call ended"]);
});

test("nothing comes before the beginning, though the provider counts in whole seconds", () => {
  const call = remembered({
    ...{ kind: "voice", startedAt: "2026-11-20T20:00:00.700Z", endedAt: "2026-11-20T20:00:00Z" },
    ...{ endReason: "declined", participants: [ada, leg({ ...vain, status: "busy" })] },
  });
  expect(words(call, "ada")).toEqual(["You called Ben", "Ben declined"]);
});

test("a telephone that was rung after the app is told apart from it", () => {
  const app = leg({ ...vain, status: "no-answer" });
  const phone = leg({ channel: "phone", joinedAt: "2026-11-20T20:00:40Z" });
  expect(words(remembered({ participants: [ada, phone, app] }), "ada")).toEqual([
    "You called Ben",
    "Ben did not answer in the app",
    "Ben answered on the telephone",
    "The call ended",
  ]);
});

test("in a group everybody comes, goes, and comes back", () => {
  const cleo = { profileId: "cleo", name: "Cleo" };
  const participants = [
    ada,
    leg({ ...cleo, joinedAt: "2026-11-20T20:02:00Z" }),
    leg({ ...cleo, joinedAt: "2026-11-20T20:00:30Z", leftAt: "2026-11-20T20:01:00Z" }),
    leg({ ...vain, status: "busy" }),
  ];
  expect(words(remembered({ kind: "video", isGroup: true, participants }), "ada")).toEqual([
    "You started a video call",
    "Ben declined",
    "Cleo joined",
    "Cleo left",
    "Cleo came back",
    "The call ended",
  ]);
});

test.each([
  ["declined", true, "Ben declined"],
  ["declined", false, "You declined"],
  ["busy", true, "Ben was in another call"],
  ["busy", false, "You were in another call"],
  ["canceled", false, "Ben hung up before anybody answered"],
  ["no-answer", true, "Nobody answered"],
  ["failed", true, "The call did not connect"],
] as const)("an end by %s, outgoing %s: %s", (endReason, isOutgoing, end) => {
  const participants = isOutgoing ? [ada, leg(vain)] : [leg({ ...vain, role: "caller" })];
  const call = remembered({ kind: "voice", endReason, isOutgoing, participants });
  expect(words(call, "ada").at(-1)).toBe(end);
});
