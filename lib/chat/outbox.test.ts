import { expect, test, vi } from "vitest";
import { createOutbox, type SendOutcome } from "@/lib/chat/outbox";
import type { PendingMessage } from "@/lib/chat/types";

function setUp(outcomes: SendOutcome[]) {
  const delivered: PendingMessage[] = [];
  const states = new Map<string, PendingMessage>();
  const outbox = createOutbox<PendingMessage>({
    deliver: async (message) => {
      delivered.push(message);
      return outcomes.shift() ?? "sent";
    },
    onChange: (message) => states.set(message.body, message),
  });
  const settled = (body: string, state: PendingMessage["state"]) =>
    vi.waitFor(() => {
      const message = states.get(body);
      expect(message?.state).toBe(state);
      if (!message) throw new Error(`${body} is unknown`);
      return message;
    });
  const add = (body: string) =>
    outbox.add({ id: crypto.randomUUID(), body, writtenAt: 0, state: "sending" });
  return { outbox, add, delivered, settled };
}

test("messages go out in the order in which they were written", async () => {
  const { add, delivered } = setUp([]);
  add("one");
  add("two");
  await vi.waitFor(() => expect(delivered.map(({ body }) => body)).toEqual(["one", "two"]));
});

test("what the network lost goes out again by itself, under the same id", async () => {
  const { outbox, add, delivered, settled } = setUp(["lost"]);
  add("one");
  await settled("one", "waiting");
  outbox.resume();
  await vi.waitFor(() => expect(delivered).toHaveLength(2));
  expect(delivered[1]?.id).toBe(delivered[0]?.id);
});

test("what a database that was down has lost goes out without anybody's doing", async () => {
  vi.useFakeTimers();
  const { add, delivered } = setUp(["lost", "lost", "lost", "lost"]);
  add("one");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(delivered).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(90_000);
  expect(delivered.map(({ body }) => body)).toEqual(Array(5).fill("one"));
  vi.useRealTimers();
});

test.each([
  ["refused", "failed"],
  ["too-often", "too-often"],
] as const)("what was %s waits for the person, who may try again", async (outcome, state) => {
  const { outbox, add, delivered, settled } = setUp([outcome, "sent"]);
  add("one");
  const { id } = await settled("one", state);
  outbox.resume();
  expect(delivered).toHaveLength(1);
  outbox.retry(id);
  await vi.waitFor(() => expect(delivered).toHaveLength(2));
});

test("what is discarded never goes out", async () => {
  const { outbox, add, delivered, settled } = setUp(["lost"]);
  add("one");
  const { id } = await settled("one", "waiting");
  outbox.discard(id);
  outbox.resume();
  add("two");
  await vi.waitFor(() => expect(delivered.map(({ body }) => body)).toEqual(["one", "two"]));
});
