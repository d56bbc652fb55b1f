import { expect, it } from "vitest";
import {
  isTokenRefused,
  isWorthRejoining,
  mayComeBack,
  RoomFailure,
  roomProblemOf,
  troubleOf,
} from "@/lib/calls/client/room/room-failure";

const twilioError = (code: number) => Object.assign(new Error("of the SDK"), { code });

it.each([
  [20101, "signed-out"],
  [20104, "signed-out"],
  [20106, "unavailable"],
  [53001, "connection"],
  [53006, "unavailable"],
  [53105, "full"],
  [53106, "over"],
  [53118, "over"],
  [53204, "removed"],
  [53205, "another-device"],
  [53405, "media"],
  [53407, "media"],
  [12345, "unknown"],
])("Twilio's %i means %s", (code, problem) => {
  expect(roomProblemOf(twilioError(code))).toBe(problem);
});

it("a failure of our own says what it means, anything else does not", () => {
  expect(roomProblemOf(new RoomFailure("busy"))).toBe("busy");
  expect(roomProblemOf(new RoomFailure("busy")).length).toBeGreaterThan(0);
  expect(roomProblemOf("no error at all")).toBe("unknown");
  expect(roomProblemOf(null)).toBe("unknown");
});

it("a refused token is told from other refusals", () => {
  expect([20101, 20104, 20107, 53118].map((code) => isTokenRefused(twilioError(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("a lost connection is made again, a place taken by another device is not", () => {
  expect(isWorthRejoining("connection")).toBe(true);
  expect(isWorthRejoining("media")).toBe(true);
  expect(isWorthRejoining("another-device")).toBe(false);
  expect(isWorthRejoining("over")).toBe(false);
});

it("a person whose token ran out while they were cut off comes back with another", () => {
  expect([20104, 53001, 53405].map((code) => mayComeBack(twilioError(code)))).toEqual([
    true,
    true,
    true,
  ]);
  expect([53118, 53205, 20106].map((code) => mayComeBack(twilioError(code)))).toEqual([
    false,
    false,
    false,
  ]);
});

it("reconnecting tells the words between from picture and sound", () => {
  expect(troubleOf(twilioError(53001))).toBe("signaling");
  expect(troubleOf(twilioError(53405))).toBe("media");
  expect(troubleOf(undefined)).toBe("signaling");
});
