import { expect, test } from "vitest";
import { refusalOf } from "@/lib/calls/client/permission/refusal";
import { decodePermission, kindOf } from "@/lib/calls/client/permission/rules";

const row = {
  match_id: "m",
  profile_id: "p",
  display_name: "Ben",
  mine: "ask",
  theirs: "voice",
  asked: "video",
  allowed: null,
  wanted: null,
};

test("a row says who may call whom, and what is asked", () => {
  expect(decodePermission(row)).toEqual({
    matchId: "m",
    person: { id: "p", name: "Ben" },
    mine: "ask",
    theirs: "voice",
    asked: "video",
    allowed: null,
    wanted: null,
  });
});

test.for([null, {}, { ...row, theirs: "always" }, { ...row, display_name: null }])(
  "%j is no such row",
  (value) => expect(decodePermission(value)).toBeNull(),
);

test.for([
  ["ask", "voice", "ask"],
  ["ask", "video", "ask"],
  ["nobody", "voice", "off"],
  ["voice", "voice", undefined],
  ["voice", "video", "ask"],
  ["video", "voice", undefined],
  ["video", "video", undefined],
] as const)("with %s, a %s call is to be %s", ([theirs, kind, why]) => {
  const permission = decodePermission({ ...row, theirs });
  expect(permission && refusalOf(permission, kind)?.why).toBe(why);
});

test("a telephone call is one by voice", () => {
  expect(["phone", "voice", "video", null].map(kindOf)).toEqual(["voice", "voice", "video", null]);
});
