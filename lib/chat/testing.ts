import type { Message } from "@/lib/chat/types";

/** A text message for tests: `at` is seconds after ten o'clock. */
export function textMessage(id: string, at: number, change: Partial<Message> = {}): Message {
  return {
    id,
    matchId: "match",
    senderId: "ben",
    kind: "text",
    body: `text ${id}`,
    createdAt: new Date(Date.UTC(2026, 10, 20, 10) + at * 1000).toISOString(),
    deleted: false,
    callId: null,
    call: null,
    note: null,
    reactions: [],
    ...change,
  };
}
