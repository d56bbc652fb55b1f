import { expect, test } from "vitest";
import { decodeAll, decodeCall, decodeMatch, decodeMessage } from "@/lib/chat/decode";

const row = {
  id: "m1",
  match_id: "x",
  sender_id: "ana",
  kind: "text",
  body: "hello",
  created_at: "2026-11-20 10:00:00.123456+00",
  deleted_at: null,
  call_id: null,
};

test("a message reads the same from a row and from a broadcast with more in it", () => {
  const message = decodeMessage(row);
  expect(message).toMatchObject({ id: "m1", matchId: "x", senderId: "ana", body: "hello" });
  expect(decodeMessage({ ...row, waveform: null, media_path: null })).toEqual(message);
});

test("the words of a deleted message are gone even when a row still carries them", () => {
  const deleted = decodeMessage({ ...row, deleted_at: row.created_at });
  expect(deleted).toMatchObject({ deleted: true, body: null });
});

test.each([null, "m1", [], {}, { ...row, kind: "poem" }, { ...row, id: 1 }])(
  "%j is no message",
  (value) => {
    expect(decodeMessage(value)).toBeNull();
  },
);

test("a line of the list carries its people and its latest message", () => {
  const match = decodeMatch({
    match_id: "x",
    kind: "group",
    title: null,
    former: [{ id: "cleo", display_name: "Cleo" }],
    people: [{ id: "ben", display_name: "Ben", last_seen_at: null, last_read_at: null }, "junk"],
    last_message: { ...row, match_id: undefined },
    unread_count: 3,
    last_activity_at: row.created_at,
  });
  expect(match).toMatchObject({ id: "x", unreadCount: 3, people: [{ id: "ben", name: "Ben" }] });
  expect(match).toMatchObject({ isGroup: true, former: [{ id: "cleo", name: "Cleo" }] });
  expect(match?.lastMessage?.matchId).toBe("x");
});

test("a call needs a status that the provider knows", () => {
  const call = { kind: "voice", status: "no-answer", caller_id: "ana", duration_seconds: 0 };
  expect(decodeCall(call)).toMatchObject({ status: "no-answer", callerId: "ana" });
  expect(decodeCall({ ...call, status: "exploded" })).toBeNull();
});

test("a list without the items that are none", () => {
  expect(decodeAll([row, 1, null], (item) => decodeMessage(item))).toHaveLength(1);
  expect(decodeAll("junk", (item) => decodeMessage(item))).toEqual([]);
});
