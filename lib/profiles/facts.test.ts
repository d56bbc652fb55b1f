import { expect, test } from "vitest";
import { type Facts, factLines, heightWords } from "@/lib/profiles/facts";

const nothing: Facts = {
  gender: null,
  looking_for: null,
  occupation: null,
  hometown: null,
  height_cm: null,
  interests: [],
  languages: [],
};

test.each([
  [172, "172 cm, 5 ft 8"],
  [183, "183 cm, 6 ft 0"],
  [100, "100 cm, 3 ft 3"],
])("a height of %d cm can be read in both measures", (cm, words) => {
  expect(heightWords(cm)).toBe(words);
});

test("what a person has told is said in words, and nothing of the rest", () => {
  expect(factLines(nothing)).toEqual([]);
  const some: Facts = {
    ...nothing,
    looking_for: "relationship",
    hometown: "Porto",
    languages: ["Portuguese", "English", "Dutch"],
  };
  expect(factLines(some).map(({ words }) => words)).toEqual([
    "Looking for: a relationship",
    "From Porto",
    "Speaks Portuguese, English, and Dutch",
  ]);
});
