import { describe, expect, test } from "vitest";
import {
  callLineWords,
  callWords,
  isMissed,
  previewWords,
  systemWords,
} from "@/lib/chat/call-words";
import type { CallSummary, Message } from "@/lib/chat/types";

const call = (change: Partial<CallSummary>): CallSummary => ({
  sid: null,
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

const named = (name: string) => ({ id: name.toLowerCase(), name });
const person = (name: string) => ({ ...named(name), lastSeenAt: null, lastReadAt: null });
const pair = { isGroup: false, people: [person("Ben")], former: [] };
const group = { isGroup: true, people: [person("Ana"), person("Ben")], former: [named("Cleo")] };

describe("a call line of a group", () => {
  test.each([
    [{ durationSeconds: 240 }, "cleo", "Ana started a voice call, 4 min"],
    [{ kind: "video", durationSeconds: 192 }, "ana", "You started a video call, 3 min"],
    [{ kind: "video", status: "no-answer" }, "ben", "Ana started a video call, nobody joined"],
    [{ callerId: "cleo", status: "canceled" }, "ben", "Cleo started a voice call, nobody joined"],
    [
      { callerId: null, status: "failed" },
      "ben",
      "Someone started a voice call, but it did not connect",
    ],
  ] as const)("of %j tells %s who called: %s", (change, viewerId, words) => {
    expect(callLineWords(call(change), viewerId, group)).toBe(words);
  });

  test("of a pair stays as it is", () => {
    const missed = call({ kind: "video", status: "no-answer" });
    expect(callLineWords(missed, "ben", pair)).toBe("Missed video call");
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
    note: null,
    reactions: null,
  };

  test("is one line, and says which messages are mine", () => {
    expect(previewWords(message, named("Ana"), pair)).toBe("hello there");
    expect(previewWords(message, named("Ben"), pair)).toBe("You: hello there");
  });

  test("says in a group who wrote, even somebody who has left", () => {
    expect(previewWords(message, named("Ana"), group)).toBe("Ben: hello there");
    expect(previewWords({ ...message, senderId: "cleo" }, named("Ana"), group)).toBe(
      "Cleo: hello there",
    );
    expect(previewWords(message, named("Ben"), group)).toBe("You: hello there");
  });

  test("tells what happened in a group, of one's own deeds to oneself", () => {
    const added = { ...message, kind: "system", body: "Ben added Dan" } as const;
    expect(previewWords(added, named("Ana"), group)).toBe("Ben added Dan");
    expect(systemWords(added, named("Ben"))).toBe("You added Dan");
    expect(systemWords({ ...added, body: "Benno added Dan" }, named("Ben"))).toBe(
      "Benno added Dan",
    );
  });

  test("says what is no text in words", () => {
    expect(previewWords({ ...message, deleted: true, body: null }, named("Ana"), pair)).toBe(
      "Message deleted",
    );
    expect(
      previewWords(
        { ...message, kind: "call", call: call({ kind: "video", status: "no-answer" }) },
        named("Ben"),
        pair,
      ),
    ).toBe("Missed video call");
    const note = { seconds: 12, peaks: [], played: false };
    expect(previewWords({ ...message, kind: "voice_note", note }, named("Ana"), group)).toBe(
      "Ben: Voice note, 0:12",
    );
  });
});
