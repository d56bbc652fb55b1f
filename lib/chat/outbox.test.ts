import { expect, test, vi } from "vitest";
import { createOutbox, type SendOutcome } from "@/lib/chat/outbox";
import type { PendingMessage } from "@/lib/chat/types";

function setUp(outcomes: SendOutcome[]) {
  const delivered: PendingMessage[] = [];
  const states = new Map<string, PendingMessage>();
  const outbox = createOutbox({
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
  return { outbox, delivered, settled };
}

test("messages go out in the order in which they were written", async () => {
  const { outbox, delivered } = setUp([]);
  outbox.add("one");
  outbox.add("two");
  await vi.waitFor(() => expect(delivered.map(({ body }) => body)).toEqual(["one", "two"]));
});

test("what the network lost goes out again by itself, under the same id", async () => {
  const { outbox, delivered, settled } = setUp(["lost"]);
  outbox.add("one");
  await settled("one", "waiting");
  outbox.resume();
  await vi.waitFor(() => expect(delivered).toHaveLength(2));
  expect(delivered[1]?.id).toBe(delivered[0]?.id);
});

test("what was refused waits for the person, who may try again", async () => {
  const { outbox, delivered, settled } = setUp(["refused", "sent"]);
  outbox.add("one");
  const { id } = await settled("one", "failed");
  outbox.resume();
  expect(delivered).toHaveLength(1);
  outbox.retry(id);
  await vi.waitFor(() => expect(delivered).toHaveLength(2));
});

test("what is discarded never goes out", async () => {
  const { outbox, delivered, settled } = setUp(["lost"]);
  outbox.add("one");
  const { id } = await settled("one", "waiting");
  outbox.discard(id);
  outbox.resume();
  outbox.add("two");
  await vi.waitFor(() => expect(delivered.map(({ body }) => body)).toEqual(["one", "two"]));
});
