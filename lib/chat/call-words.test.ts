import { describe, expect, test } from "vitest";
import { callWords, isMissed, previewWords } from "@/lib/chat/call-words";
import type { CallSummary, Message } from "@/lib/chat/types";

const call = (change: Partial<CallSummary>): CallSummary => ({
  kind: "voice",
  status: "completed",
  callerId: "ana",
  durationSeconds: 0,
  endReason: null,
  ...change,
});

describe("a call line", () => {
  test("reads the same for both when they talked", () => {
    const talked = call({ durationSeconds: 240, endReason: "hangup" });
    expect(callWords(talked, "ana")).toBe("Voice call, 4 min");
    expect(callWords(talked, "ben")).toBe("Voice call, 4 min");
    expect(isMissed(talked, "ben")).toBe(false);
  });

  test.each([
    ["no-answer", "no-answer", "Voice call, no answer", "Missed voice call"],
    ["canceled", "canceled", "Voice call, canceled", "Missed voice call"],
    ["failed", "failed", "Voice call did not connect", "Missed voice call"],
    ["busy", "busy", "Voice call, line was busy", "Missed voice call"],
    ["busy", "declined", "Voice call, declined", "Declined voice call"],
  ] as const)("of a %s call (%s) depends on who called", (status, endReason, mine, theirs) => {
    const unanswered = call({ status, endReason });
    expect(callWords(unanswered, "ana")).toBe(mine);
    expect(callWords(unanswered, "ben")).toBe(theirs);
  });

  test("offers a return call only to the one who missed it", () => {
    const missed = call({ status: "no-answer" });
    expect(isMissed(missed, "ben")).toBe(true);
    expect(isMissed(missed, "ana")).toBe(false);
    expect(isMissed(call({ status: "busy", endReason: "declined" }), "ben")).toBe(false);
  });
});

describe("the preview in the list", () => {
  const message: Message = {
    id: "m",
    matchId: "x",
    senderId: "ben",
    kind: "text",
    body: "hello\n\n there ",
    createdAt: "2026-11-20T10:00:00Z",
    deleted: false,
    callId: null,
    call: null,
  };

  test("is one line, and says which messages are mine", () => {
    expect(previewWords(message, "ana")).toBe("hello there");
    expect(previewWords(message, "ben")).toBe("You: hello there");
  });

  test("says what is no text in words", () => {
    expect(previewWords({ ...message, deleted: true, body: null }, "ana")).toBe("Message deleted");
    expect(
      previewWords(
        { ...message, kind: "call", call: call({ kind: "video", status: "no-answer" }) },
        "ben",
      ),
    ).toBe("Missed video call");
  });
});
