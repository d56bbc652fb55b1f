import { expect, test } from "vitest";
import type { Card } from "@/lib/discovery/card";
import { createDeck } from "@/lib/discovery/deck";
import type { DeckApi } from "@/lib/discovery/deck-api";

const card = (id: string): Card => ({
  id,
  name: id,
  age: 30,
  bio: "",
  gender: null,
  lookingFor: null,
  occupation: null,
  hometown: null,
  heightCm: null,
  interests: [],
  languages: [],
  picture: null,
  distanceKm: null,
});

/** A server with these people, on which a test makes things go wrong. */
function server(...people: string[]) {
  let left = people;
  const sent: string[] = [];
  const faults = { offline: false, gone: "", likesBack: "" };
  const failure = (gone: boolean) => ({ ok: false as const, message: "It failed.", gone });
  const api: DeckApi = {
    async fetchCards() {
      return faults.offline ? null : left.slice(0, 5).map(card);
    },
    async decide(id, kind) {
      if (faults.offline) return failure(false);
      left = left.filter((one) => one !== id);
      if (faults.gone === id) return failure(true);
      sent.push(`${kind} ${id}`);
      return { ok: true, matchId: kind === "like" && faults.likesBack === id ? "match" : null };
    },
    async undo(id) {
      if (faults.offline) return failure(false);
      left = [id, ...left];
      sent.push(`undo ${id}`);
      return { ok: true };
    },
  };
  const deck = createDeck(api, left.slice(0, 5).map(card));
  const names = () => deck.getSnapshot().cards.map(({ name }) => name);
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { deck, faults, sent, names, settle };
}

test("a decision shows the next person at once, and more come before the last is reached", async () => {
  const { deck, names, sent, settle } = server("A", "B", "C", "D", "E", "F", "G");
  deck.decide("like");
  expect(names()).toEqual(["B", "C", "D", "E"]);
  deck.decide("pass");
  await settle();
  expect(names()).toEqual(["C", "D", "E", "F", "G"]);
  expect(sent).toEqual(["like A", "pass B"]);
});

test("everybody is shown once, however fast they are decided about, until nobody is left", async () => {
  const everybody = [..."ABCDEFGHIJKL"];
  const { deck, settle } = server(...everybody);
  const seen: string[] = [];
  for (let n = 0; n < 20; n++) {
    const decided = deck.decide("pass");
    if (decided) seen.push(decided.name);
    else await settle();
  }
  expect(seen).toEqual(everybody);
  await settle();
  expect(deck.getSnapshot()).toMatchObject({ phase: "empty", cards: [] });
});

test("a mutual like tells of the match once", async () => {
  const { deck, faults, settle } = server("A", "B");
  faults.likesBack = "A";
  deck.decide("like");
  await settle();
  expect(deck.getSnapshot().match).toMatchObject({ id: "match", card: { name: "A" } });
  deck.closeMatch();
  expect(deck.getSnapshot().match).toBeNull();
});

test("the last pass can be taken back, also after a like, and only once", async () => {
  const { deck, names, sent, settle } = server("A", "B", "C");
  expect(deck.undo()).toBeNull();
  deck.decide("pass");
  deck.decide("like");
  expect(deck.undo()?.name).toBe("A");
  expect(names()).toEqual(["A", "C"]);
  expect(deck.undo()).toBeNull();
  await settle();
  expect(sent).toEqual(["pass A", "like B", "undo A"]);
  expect(names()).toEqual(["A", "C"]);
});

test("a decision that was not kept brings its person back, with the reason", async () => {
  const { deck, faults, names, settle } = server("A", "B", "C", "D", "E");
  faults.offline = true;
  deck.decide("pass");
  await settle();
  expect(names()).toEqual(["A", "B", "C", "D", "E"]);
  expect(deck.getSnapshot()).toMatchObject({ problem: "It failed.", passed: null });
  faults.offline = false;
  deck.decide("pass");
  await settle();
  expect(deck.getSnapshot()).toMatchObject({ problem: null, passed: { name: "A" } });
});

test("who is no longer there is left behind without a word", async () => {
  const { deck, faults, names, settle } = server("A", "B", "C", "D", "E");
  faults.gone = "A";
  deck.decide("pass");
  await settle();
  expect(names()).toEqual(["B", "C", "D", "E"]);
  expect(deck.getSnapshot()).toMatchObject({ problem: null, passed: null });
});

test("without an answer there is a way to try again", async () => {
  const { deck, faults, names, settle } = server("A");
  faults.offline = true;
  await deck.reload();
  expect(deck.getSnapshot().phase).toBe("failed");
  faults.offline = false;
  await deck.reload();
  await settle();
  expect(names()).toEqual(["A"]);
});
