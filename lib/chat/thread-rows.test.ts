import { expect, test } from "vitest";
import { textMessage } from "@/lib/chat/testing";
import { threadRows } from "@/lib/chat/thread-rows";
import type { Message } from "@/lib/chat/types";

const utcDay = (date: Date) => date.toISOString().slice(0, 10);
const shape = (messages: Message[]) =>
  threadRows(messages, utcDay).map((row) =>
    row.type === "day" ? row.key : `${row.key}${row.first ? "(" : ""}${row.last ? ")" : ""}`,
  );

test("messages of one person within five minutes form a group", () => {
  const messages = [
    textMessage("a", 0),
    textMessage("b", 60),
    textMessage("c", 120),
    textMessage("d", 130, { senderId: "ana" }),
    textMessage("e", 130 + 301, { senderId: "ana" }),
  ];
  expect(shape(messages)).toEqual(["2026-11-20", "a(", "b", "c)", "d()", "e()"]);
});

test("each day gets one heading, and ends the group", () => {
  const beforeMidnight = 14 * 3600 - 30;
  const messages = [textMessage("a", beforeMidnight), textMessage("b", beforeMidnight + 60)];
  expect(shape(messages)).toEqual(["2026-11-20", "a()", "2026-11-21", "b()"]);
});

test.each(["call", "system"] as const)(
  "a %s line stands alone between the messages of one person",
  (kind) => {
    const messages = [textMessage("a", 0), textMessage("line", 10, { kind }), textMessage("b", 20)];
    expect(shape(messages)).toEqual(["2026-11-20", "a()", "line()", "b()"]);
  },
);
