import { expect, test } from "vitest";
import { readPlace, writePlace } from "@/lib/time/place";

test("a place survives the cookie", () => {
  const madrid = { timeZone: "Europe/Madrid", locale: "en-GB" };
  expect(readPlace(writePlace(madrid))).toEqual(madrid);
});

test.each([undefined, "", "|", "Mars/Olympus|en-GB", "Europe/Madrid|!!", "Europe/Madrid"])(
  "%s is not a place, so times are written in UTC",
  (value) => {
    expect(readPlace(value)).toEqual({ timeZone: "UTC", locale: "en-US" });
  },
);
