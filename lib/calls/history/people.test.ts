import { expect, test } from "vitest";
import { peopleOf } from "@/lib/calls/history/people";
import { ada, leg, remembered } from "@/lib/calls/history/testing";

const told = (more: Parameters<typeof remembered>[0]) =>
  peopleOf(remembered(more), "ada").map(({ name, words }) => `${name}: ${words}`);
const vain = { joinedAt: null };

test("of a pair each says what they did, and whether on a telephone", () => {
  expect(told({})).toEqual(["You: Called", "Ben: Answered"]);
  const phone = leg({ channel: "phone" });
  expect(told({ participants: [ada, leg({ ...vain, status: "no-answer" }), phone] })).toEqual([
    ...["You: Called", "Ben: Answered on the telephone"],
  ]);
  const unanswered = { ...vain, status: "no-answer" } as const;
  expect(told({ endReason: "no-answer", participants: [ada, leg(unanswered)] })).toEqual([
    ...["You: Called", "Ben: Did not answer"],
  ]);
});

test("whoever is unknown is somebody, or the telephone that was dialled", () => {
  const nobody = leg({ profileId: null, name: null });
  expect(told({ participants: [ada, nobody] })[1]).toBe("Somebody: Answered");
  expect(told({ dialled: "+14155550123", participants: [ada, nobody] })[1]).toBe(
    "Their telephone: Answered",
  );
});

test("in a group each visit counts, and who declined is told from who was busy", () => {
  const cleo = { profileId: "cleo", name: "Cleo" };
  const participants = [
    { ...ada, joinedAt: "2026-11-20T20:00:00Z", leftAt: "2026-11-20T20:06:00Z" },
    leg({ ...cleo, joinedAt: "2026-11-20T20:00:00Z", leftAt: "2026-11-20T20:01:00Z" }),
    leg({ ...cleo, joinedAt: "2026-11-20T20:03:00Z", leftAt: "2026-11-20T20:04:00Z" }),
    leg({ ...vain, status: "busy" }),
    leg({ ...vain, leftAt: null, status: "busy", profileId: "dan", name: "Dan" }),
  ];
  expect(told({ isGroup: true, participants })).toEqual([
    "You: Called, 6 min",
    "Cleo: Joined, 2 min",
    "Ben: Declined",
    "Dan: Was in another call",
  ]);
});
