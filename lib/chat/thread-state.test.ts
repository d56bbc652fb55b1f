import { describe, expect, test } from "vitest";
import { textMessage } from "@/lib/chat/testing";
import {
  emptyThread,
  type ThreadState,
  withCall,
  withDeleted,
  withMessages,
  withNewestPage,
  withOlderPage,
  withoutReads,
  withPending,
  withReaction,
  withRead,
  withTyping,
} from "@/lib/chat/thread-state";
import type { CallSummary, PendingMessage } from "@/lib/chat/types";

const one = textMessage("1", 1);
const two = textMessage("2", 2);
const three = textMessage("3", 3);
const four = textMessage("4", 4);
const ids = (state: ThreadState) => state.messages.map(({ id }) => id).join("");
const pending = (id: string): PendingMessage => ({
  id,
  body: "hi",
  writtenAt: 0,
  state: "sending",
});

describe("rows and broadcasts", () => {
  test("end in the same order whatever the order and however often they come", () => {
    const once = withMessages(emptyThread, [one, two, three]);
    const shuffled = [three, one, three, two, one].reduce(
      (state, message) => withMessages(state, [message]),
      emptyThread,
    );
    expect(shuffled.messages).toEqual(once.messages);
  });

  test("of one moment are ordered by id, as the database orders them", () => {
    const twins = [textMessage("b", 1), textMessage("a", 1)];
    expect(ids(withMessages(emptyThread, twins))).toBe("ab");
  });

  test("a newer version of a message replaces the older", () => {
    const edited = { ...two, deleted: true, body: null };
    const state = withMessages(withMessages(emptyThread, [one, two]), [edited]);
    expect(state.messages.at(-1)).toEqual(edited);
  });

  test("what was pending under the same id counts as sent, whoever says so first", () => {
    const sending = withPending(emptyThread, pending("1"));
    const sent = withMessages(sending, [one]);
    expect(sent.pending).toEqual([]);
    expect(withPending(sent, { ...pending("1"), state: "failed" }).pending).toEqual([]);
  });

  test("a message ends its sender's typing", () => {
    const typing = withTyping(emptyThread, "ben", true);
    expect(withMessages(typing, [one]).typing).toEqual([]);
  });
});

describe("pages", () => {
  test("the newest page joins what is known", () => {
    const state = withMessages({ ...emptyThread, hasOlder: true }, [one, two]);
    const joined = withNewestPage(state, { messages: [two, three], hasOlder: true });
    expect(ids(joined)).toBe("123");
    expect(joined.hasOlder).toBe(true);
  });

  test("a newest page that does not reach what is known replaces it, so there is never a gap", () => {
    const state = withMessages(emptyThread, [one]);
    const after = withNewestPage(state, { messages: [three, four], hasOlder: true });
    expect(ids(after)).toBe("34");
    expect(after.hasOlder).toBe(true);
  });

  test("what is being sent survives such a replacement", () => {
    const state = withPending(withMessages(emptyThread, [one]), pending("9"));
    const after = withNewestPage(state, { messages: [three, four], hasOlder: true });
    expect(after.pending).toHaveLength(1);
  });

  test("older pages go before, and say when the beginning is reached", () => {
    const state = withNewestPage(emptyThread, { messages: [three, four], hasOlder: true });
    const whole = withOlderPage(state, { messages: [one, two], hasOlder: false });
    expect(ids(whole)).toBe("1234");
    expect(whole.hasOlder).toBe(false);
  });
});

describe("read marks", () => {
  test("only move forward", () => {
    const late = withRead(emptyThread, "ben", "2026-11-20 10:00:03+00");
    expect(withRead(late, "ben", "2026-11-20T10:00:01Z")).toBe(late);
  });

  test("are forgotten together", () => {
    const read = withRead(emptyThread, "ben", one.createdAt);
    expect(withoutReads(read).readUpTo).toEqual({});
  });
});

describe("a reaction", () => {
  const reactTo = (state: ThreadState, profileId: string, emoji: string | null) =>
    withReaction(state, "1", { profileId, emoji });
  const thread = withMessages(emptyThread, [one, two]);

  test("is one a person: the newer replaces the older, and can be taken back", () => {
    const both = reactTo(reactTo(thread, "ben", "👍"), "ana", "🔥");
    const changed = reactTo(both, "ben", "😂");
    expect(changed.messages[0]?.reactions).toEqual([
      { profileId: "ana", emoji: "🔥" },
      { profileId: "ben", emoji: "😂" },
    ]);
    expect(reactTo(changed, "ana", null).messages[0]?.reactions).toHaveLength(1);
    expect(changed.messages[1]).toBe(two);
  });

  test("stays when the message is told again without its reactions, and goes with it", () => {
    const liked = reactTo(thread, "ben", "👍");
    const again = withMessages(liked, [{ ...one, reactions: null }]);
    expect(again.messages[0]?.reactions).toHaveLength(1);
    const gone = withDeleted(liked, "1");
    expect(gone.messages[0]).toMatchObject({ deleted: true, body: null, reactions: [] });
    expect(reactTo(gone, "ana", "🔥")).toEqual(gone);
  });
});

test("what was taken back does not come back with an older page", () => {
  const gone = withDeleted(withMessages(emptyThread, [one]), "1");
  expect(withMessages(gone, [one]).messages[0]?.deleted).toBe(true);
});

test("a call line follows its call", () => {
  const talked: CallSummary = {
    sid: "CA00000000000000000000000000000001",
    kind: "voice",
    status: "completed",
    callerId: "ben",
    durationSeconds: 240,
    endReason: "hangup",
  };
  const line = textMessage("5", 5, { kind: "call", callId: "call", call: null });
  const state = withCall(withMessages(emptyThread, [line]), "call", talked);
  expect(state.messages[0]?.call).toEqual(talked);
  expect(withCall(state, "another", talked)).toBe(state);
});
