import { expect, test, vi } from "vitest";
import type { SendOutcome } from "@/lib/chat/outbox";
import { textMessage } from "@/lib/chat/testing";
import { createNoteOutbox } from "@/lib/chat/voice-notes/client/note-outbox";
import type { Shelf, ShelvedNote } from "@/lib/chat/voice-notes/client/shelf";

const note = (id: string, senderId = "ada"): ShelvedNote => ({
  id,
  matchId: "match",
  senderId,
  bytes: new ArrayBuffer(1),
  type: "audio/webm",
  seconds: 3,
  waveform: [0, 100],
  writtenAt: 0,
});

function shelfWith(...notes: ShelvedNote[]): Shelf & { ids: () => string[] } {
  const kept = new Map(notes.map((one) => [one.id, one]));
  return {
    put: async (one) => void kept.set(one.id, one),
    remove: async (id) => void kept.delete(id),
    clear: async () => kept.clear(),
    has: async (id) => kept.has(id),
    notesOf: async (senderId) => [...kept.values()].filter((one) => one.senderId === senderId),
    ids: () => [...kept.keys()],
  };
}

function setUp(outcomes: SendOutcome[], shelf = shelfWith()) {
  const uploaded: string[] = [];
  const sent: string[] = [];
  const outbox = createNoteOutbox({
    shelf,
    upload: async ({ id }) => {
      uploaded.push(id);
      const outcome = outcomes.shift() ?? "sent";
      return { outcome, message: outcome === "sent" ? textMessage(id, 0) : null };
    },
    onSent: ({ id }) => sent.push(id),
    alone: (_name, work) => work(),
  });
  const states = () => outbox.getSnapshot().map(({ id, state }) => `${id} ${state}`);
  return { outbox, shelf, uploaded, sent, states };
}

test("a note is kept until the server has it, and not longer", async () => {
  const { outbox, shelf, sent, states } = setUp(["lost"]);
  await outbox.add(note("one"));
  await vi.waitFor(() => expect(states()).toEqual(["one waiting"]));
  expect(shelf.ids()).toEqual(["one"]);

  outbox.resume();
  await vi.waitFor(() => expect(states()).toEqual([]));
  expect([sent, shelf.ids()]).toEqual([["one"], []]);
});

test("what an earlier page has left behind goes out, of this person alone", async () => {
  const { outbox, shelf, uploaded } = setUp([], shelfWith(note("one"), note("two", "ben")));
  await outbox.takeUp("ada");
  await outbox.takeUp("ada");
  await vi.waitFor(() => expect(shelf.ids()).toEqual(["two"]));
  expect(uploaded).toEqual(["one"]);
});

test("a note that another tab has sent meanwhile is not sent again", async () => {
  const { outbox, shelf, uploaded, states } = setUp(["lost"]);
  await outbox.add(note("one"));
  await vi.waitFor(() => expect(states()).toEqual(["one waiting"]));
  await shelf.remove("one");
  outbox.resume();
  await vi.waitFor(() => expect(states()).toEqual([]));
  expect(uploaded).toEqual(["one"]);
});

test("a refused note waits for the person, who may throw it away for good", async () => {
  const { outbox, shelf, uploaded, states } = setUp(["refused"]);
  await outbox.add(note("one"));
  await vi.waitFor(() => expect(states()).toEqual(["one failed"]));
  outbox.resume();
  outbox.discard("one");
  expect([states(), uploaded]).toEqual([[], ["one"]]);
  await vi.waitFor(() => expect(shelf.ids()).toEqual([]));
});
