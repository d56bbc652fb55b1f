import { describe, expect, test } from "vitest";
import { receiptsOf } from "@/lib/chat/receipts";
import { textMessage } from "@/lib/chat/testing";
import type { PendingMessage } from "@/lib/chat/types";

const named = (name: string) => ({ id: name.toLowerCase(), name });
const [ben, cleo, dan] = [named("Ben"), named("Cleo"), named("Dan")];
const mine = [1, 2, 3].map((n) => textMessage(String(n), n, { senderId: "me" }));
const readAt = (second: number) => textMessage("mark", second).createdAt;
const pending: PendingMessage = { id: "p", body: "hi", writtenAt: 0, state: "sending" };

const told = (
  readUpTo: Record<string, string>,
  people = [ben],
  change: { pending?: PendingMessage[]; messages?: typeof mine } = {},
) =>
  Object.fromEntries(
    receiptsOf({ messages: mine, pending: [], readUpTo, ...change }, "me", people),
  );

describe("under one's own messages", () => {
  test("the latest is sent, and the latest that was read is seen", () => {
    expect(told({})).toEqual({ "3": "Sent" });
    expect(told({ ben: readAt(2) })).toEqual({ "2": "Seen", "3": "Sent" });
    expect(told({ ben: readAt(9) })).toEqual({ "3": "Seen" });
  });

  test.each([
    [{ ben: readAt(3) }, "Seen by Ben"],
    [{ ben: readAt(3), cleo: readAt(3) }, "Seen by Ben and Cleo"],
    [{ ben: readAt(3), cleo: readAt(3), dan: readAt(3) }, "Seen by all"],
  ])("a group is told who: %j", (marks, words) => {
    expect(told(marks, [ben, cleo, dan])["3"]).toBe(words);
  });

  test("many names become a number", () => {
    const people = [ben, cleo, dan, named("Eva")];
    const marks = { ben: readAt(3), cleo: readAt(3), dan: readAt(3) };
    expect(told(marks, people)["3"]).toBe("Seen by 3");
  });

  test("nothing is sent while something is on its way, but what was seen stays seen", () => {
    expect(told({ ben: readAt(1) }, [ben], { pending: [pending] })).toEqual({ "1": "Seen" });
  });

  test("what was taken back is neither", () => {
    const messages = mine.map((message) => ({ ...message, deleted: message.id === "3" }));
    expect(told({ ben: readAt(9) }, [ben], { messages })).toEqual({ "2": "Seen" });
  });
});
