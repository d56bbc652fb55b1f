import { expect, test } from "vitest";
import { createCell } from "@/lib/cell";
import { createMessageActions } from "@/lib/chat/message-actions";
import { textMessage } from "@/lib/chat/testing";
import { emptyThread, withMessages } from "@/lib/chat/thread-state";
import type { Connect } from "@/lib/supabase/connect";

/** A thread of one message, and a database that answers each reaction when told to. */
function setUp() {
  const cell = createCell(withMessages(emptyThread, [textMessage("1", 1)]));
  const asked: { emoji: unknown; answer: (error: object | null) => void }[] = [];
  const client = {
    rpc: (_name: string, { p_emoji }: { p_emoji?: string }) =>
      new Promise((resolve) => {
        asked.push({ emoji: p_emoji, answer: (error) => resolve({ error }) });
      }),
  };
  const connect = (async () => client) as unknown as Connect;
  const actions = createMessageActions({ connect, cell, viewerId: "me" });
  return {
    actions,
    asked: async (n: number) => expect.poll(() => asked).toHaveLength(n),
    answer: (n: number, error: object | null) => asked[n]?.answer(error),
    emoji: () => cell.getSnapshot().messages[0]?.reactions?.map(({ emoji }) => emoji),
  };
}

test("a reaction shows at once, and goes again when it could not be saved", async () => {
  const { actions, asked, answer, emoji } = setUp();
  const saved = actions.react("1", "🔥");
  expect(emoji()).toEqual(["🔥"]);
  await asked(1);
  answer(0, { code: "42501" });
  expect(await saved).toBe(false);
  expect(emoji()).toEqual([]);
});

test("of quick changes of mind the last is saved last, and stays", async () => {
  const { actions, asked, answer, emoji } = setUp();
  const first = actions.react("1", "🔥");
  const second = actions.react("1", "😂");
  await asked(1);
  answer(0, { code: "42501" });
  expect(await first).toBe(false);
  await asked(2);
  expect(emoji()).toEqual(["😂"]);
  answer(1, null);
  expect(await second).toBe(true);
  expect(emoji()).toEqual(["😂"]);
});

test("the reactions of others are heard, and junk is not", () => {
  const { actions, emoji } = setUp();
  actions.hearReaction({ message_id: "1", profile_id: "ben", emoji: "👍" });
  for (const junk of [null, {}, { message_id: "1" }, { message_id: 1, profile_id: "ben" }]) {
    actions.hearReaction(junk);
  }
  expect(emoji()).toEqual(["👍"]);
  actions.hearReaction({ message_id: "1", profile_id: "ben", emoji: null });
  expect(emoji()).toEqual([]);
});
