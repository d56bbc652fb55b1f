import { expect, test } from "vitest";
import { type Facts, factLines, heightWords } from "@/lib/profiles/facts";

const nothing: Facts = {
  gender: null,
  lookingFor: null,
  occupation: null,
  hometown: null,
  heightCm: null,
  interests: [],
  languages: [],
};
const wordsOf = (facts: Partial<Facts>) =>
  factLines({ ...nothing, ...facts }).map(({ words }) => words);

test.each([
  [172, "172 cm (5′8″)"],
  [183, "183 cm (6′0″)"],
  [100, "100 cm (3′3″)"],
])("a height of %d cm can be read in both measures", (cm, words) => {
  expect(heightWords(cm)).toBe(words);
});

test("what a person has told is said in words, and nothing of the rest", () => {
  expect(wordsOf({})).toEqual([]);
  const languages = ["Portuguese", "English", "Dutch"];
  expect(
    wordsOf({ lookingFor: "relationship", gender: "woman", heightCm: 172, languages }),
  ).toEqual([
    "Looking for a relationship",
    "Woman · 172 cm (5′8″)",
    "Speaks Portuguese, English, and Dutch",
  ]);
});

test.each([
  [{ hometown: "Porto" }, "From Porto"],
  [{ distanceKm: 15 }, "Within 15 km of you"],
  [{ hometown: "Porto", distanceKm: 15 }, "From Porto, within 15 km of you"],
])("%j is one line", (facts, words) => {
  expect(wordsOf(facts)).toEqual([words]);
});
