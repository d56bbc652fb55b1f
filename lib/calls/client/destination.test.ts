import { expect, test } from "vitest";
import { destinationOf } from "@/lib/calls/client/destination";

const ada = {
  profileId: "00000000-0000-4000-8000-000000000101",
  displayName: "Ada",
  matchId: "m",
};
const To = "u_00000000000040008000000000000101";

test("a person is called in their browser, or on their telephone", () => {
  expect(destinationOf(ada)).toEqual({ To, matchId: "m" });
  expect(destinationOf({ ...ada, via: "phone" })).toEqual({ To, matchId: "m", via: "phone" });
});

test("a stranger is called by their number, from the main number or one's own", () => {
  const pizza = { profileId: null, displayName: "(415) 555-0123", matchId: null };
  expect(destinationOf({ ...pizza, number: "+14155550123" })).toEqual({ To: "+14155550123" });
  const from = "+15005550012";
  expect(destinationOf({ ...pizza, number: "+14155550123", from })).toMatchObject({ from });
});

test("a stranger who called cannot be called back: nobody knows their number", () => {
  const stranger = { profileId: null, displayName: "Somebody", matchId: null };
  expect(() => destinationOf(stranger)).toThrow("Nobody to call");
});
