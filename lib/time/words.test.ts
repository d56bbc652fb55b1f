import { expect, test } from "vitest";
import {
  clockTime,
  dateWords,
  dayKey,
  dayWords,
  exactTime,
  isOnline,
  presenceWords,
  shortWhen,
} from "@/lib/time/words";

const madrid = { timeZone: "Europe/Madrid", locale: "en-GB" };
const newYork = { timeZone: "America/New_York", locale: "en-US" };
const now = new Date("2026-11-20T23:30:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("a moment falls on the day of the place where it is read", () => {
  expect(dayKey(now, madrid)).toBe("2026-11-21");
  expect(dayKey(now, newYork)).toBe("2026-11-20");
  expect(clockTime(now, madrid)).toBe("00:30");
  expect(clockTime(now, newYork)).toBe("6:30 PM");
  expect(exactTime(now, madrid)).toBe("00:30:00");
});

test("day headings go from near to far", () => {
  expect(dayWords(now, now, newYork)).toBe("Today");
  expect(dayWords(ago(24 * 60), now, newYork)).toBe("Yesterday");
  expect(dayWords(ago(3 * 24 * 60), now, newYork)).toBe("Tuesday");
  expect(dayWords(ago(14 * 24 * 60), now, newYork)).toBe("Friday, November 6");
  expect(dayWords(new Date("2025-11-06T12:00:00Z"), now, newYork)).toBe(
    "Thursday, November 6, 2025",
  );
});

test("just after midnight, last night is yesterday", () => {
  expect(dayWords(ago(60), now, madrid)).toBe("Yesterday");
  expect(shortWhen(ago(60), now, madrid)).toBe("Yesterday");
  expect(shortWhen(ago(60), now, newYork)).toBe("5:30 PM");
});

test("a date to come has its year once that is another one", () => {
  expect(dateWords(ago(-24 * 60), now, madrid)).toBe("22 Nov");
  expect(dateWords(ago(-60 * 24 * 60), now, newYork)).toBe("Jan 19, 2027");
});

test("a person is online for 90 seconds after a heartbeat", () => {
  expect(isOnline(ago(1.5), now)).toBe(true);
  expect(isOnline(ago(1.6), now)).toBe(false);
  expect(isOnline(null, now)).toBe(false);
});

test("presence is said in words that get vaguer with time", () => {
  const words = [0, 5, 130, 24 * 60, 3 * 24 * 60, 30 * 24 * 60].map((m) =>
    presenceWords(ago(m), now, newYork),
  );
  expect(words).toEqual([
    "Online",
    "Here 5 min ago",
    "Here 2 h ago",
    "Here yesterday",
    "Here 3 days ago",
    "Here a while ago",
  ]);
  expect(presenceWords(null, now, newYork)).toBe("");
});
