import { expect, test } from "vitest";
import { callerOf } from "@/lib/calls/client/caller";

const ada = "00000000-0000-4000-8000-000000000101";
const client = "client:u_00000000000040008000000000000101";
const told = (fields: Record<string, string>) => new Map(Object.entries(fields));

test("a match calls from their browser", () => {
  expect(callerOf(client, told({ matchId: "m", callerName: "Ada" }))).toEqual({
    profileId: ada,
    displayName: "Ada",
    matchId: "m",
  });
});

test("a match calls from their telephone", () => {
  const fields = { matchId: "m", callerId: ada, callerName: "Ada", via: "phone" };
  expect(callerOf("+15005550011", told(fields))).toEqual({
    profileId: ada,
    displayName: "Ada",
    matchId: "m",
    via: "phone",
  });
});

test("a stranger calls a number of this person's own, and has no name and no number", () => {
  expect(callerOf("+15005550012", told({ via: "phone", numberName: "Flat" }))).toEqual({
    profileId: null,
    displayName: "Somebody",
    matchId: null,
    via: "phone",
    ownNumber: "Flat",
  });
});

test("a number without a name is called by its digits", () => {
  expect(callerOf("+15005550012", told({ via: "phone", numberName: "" }))).toMatchObject({
    ownNumber: "+15005550012",
  });
});

test.each([
  [client, {}],
  ["+15005550012", {}],
  ["client:somebody-else", { matchId: "m" }],
])("a call that the server has not announced is nobody's: %s %j", (from, fields) => {
  expect(callerOf(from, told(fields))).toBeNull();
});
