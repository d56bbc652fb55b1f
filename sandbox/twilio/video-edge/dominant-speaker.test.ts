import { expect, test } from "vitest";
import { DominantSpeaker } from "./dominant-speaker.ts";

const loud = 1e-2;
const heard = (alice: number, bob: number) => new Map(Object.entries({ alice, bob }));

/** Seconds of the same sound, at four measurements a second. */
function listen(speaker: DominantSpeaker, seconds: number, energies: Map<string, number>) {
  let current: string | null = null;
  for (let count = 0; count < seconds * 4; count++) current = speaker.follow(energies);
  return current;
}

test("nobody is dominant in silence", () => {
  expect(listen(new DominantSpeaker(), 5, heard(1e-7, 0))).toBeNull();
});

test("who speaks is dominant, and stays it in the silence after", () => {
  const speaker = new DominantSpeaker();
  expect(listen(speaker, 0.25, heard(loud, 0))).toBe("alice");
  expect(listen(speaker, 10, heard(0, 0))).toBe("alice");
});

test("another takes over within two seconds, but not by a word", () => {
  const speaker = new DominantSpeaker();
  listen(speaker, 5, heard(loud, 0));
  expect(listen(speaker, 0.5, heard(loud / 2, loud))).toBe("alice");
  expect(listen(speaker, 2, heard(0, loud))).toBe("bob");
});

test("two who speak equally loud do not take turns", () => {
  const speaker = new DominantSpeaker();
  listen(speaker, 3, heard(loud, 0));
  for (let second = 0; second < 10; second++) {
    expect(listen(speaker, 0.25, heard(loud, 0))).toBe("alice");
    expect(listen(speaker, 0.25, heard(0, loud))).toBe("alice");
  }
});

test("who leaves or mutes is no longer dominant", () => {
  const speaker = new DominantSpeaker();
  listen(speaker, 1, heard(loud, 0));
  expect(speaker.follow(new Map([["bob", 0]]))).toBeNull();
});
