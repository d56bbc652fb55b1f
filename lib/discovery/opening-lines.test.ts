import { expect, test } from "vitest";
import type { Card } from "@/lib/discovery/card";
import { openingLines } from "@/lib/discovery/opening-lines";

const card: Card = {
  id: "1",
  name: "Zola",
  age: 29,
  bio: "",
  gender: null,
  lookingFor: null,
  occupation: "Upholsterer",
  hometown: "Durban",
  heightCm: null,
  interests: ["Flea markets", "Dancing"],
  languages: [],
  picture: null,
  distanceKm: null,
};

test("first lines take up what somebody says of themselves", () => {
  expect(openingLines(card)).toEqual([
    "Tell me about flea markets. Where do I start?",
    "What do you miss most about Durban?",
    "Dancing: how did that begin?",
  ]);
  expect(openingLines({ ...card, interests: ["DIY"], hometown: null })).toEqual([
    "Tell me about DIY. Where do I start?",
    "What is the best part of being an upholsterer?",
    "Hello Zola! What made you smile today?",
  ]);
});

test("who says nothing is greeted all the same", () => {
  const quiet = { ...card, interests: [], hometown: null, occupation: null };
  expect(openingLines(quiet)).toHaveLength(3);
});
