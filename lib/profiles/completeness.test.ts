import { expect, test } from "vitest";
import { completeness } from "@/lib/profiles/completeness";
import type { OwnProfile } from "@/lib/profiles/draft";

const bare: OwnProfile = {
  display_name: "Ada",
  bio: "",
  gender: null,
  looking_for: null,
  occupation: null,
  hometown: null,
  height_cm: null,
  interests: [],
  languages: [],
};
const full: OwnProfile = {
  display_name: "Ada",
  bio: "I tune pianos for a living.",
  gender: "woman",
  looking_for: "relationship",
  occupation: "Piano tuner",
  hometown: "Porto",
  height_cm: 172,
  interests: ["Music", "Moss", "Cinema"],
  languages: ["English"],
};

test("a profile is complete with everything, and asks for a picture first", () => {
  expect(completeness(full, "ada/1")).toEqual({ percent: 100, next: null });
  expect(completeness(bare, null)).toEqual({ percent: 0, next: expect.stringMatching(/picture/) });
  expect(completeness(full, null).percent).toBe(70);
});
