import { expect, test } from "vitest";
import { withChip } from "@/lib/profiles/chips";
import { completeness } from "@/lib/profiles/completeness";
import {
  draftProblems,
  fromDraft,
  type OwnProfile,
  sameProfile,
  toDraft,
} from "@/lib/profiles/draft";

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

test.each([bare, full])("what is opened and saved unchanged says the same", (profile) => {
  expect(sameProfile(fromDraft(toDraft(profile)), profile)).toBe(true);
});

test("spaces around words are not kept, and spaces alone are nothing", () => {
  const draft = { ...toDraft(full), name: " Ada ", occupation: "  ", height: "5 ft 8" };
  expect(fromDraft(draft)).toMatchObject({ display_name: "Ada", occupation: null, height_cm: 173 });
});

test("a name that is missing and a height that is none are told of", () => {
  expect(draftProblems(toDraft(full))).toEqual({});
  expect(draftProblems({ ...toDraft(full), name: " ", height: "tall" })).toEqual({
    name: expect.stringMatching(/name/),
    height: expect.stringMatching(/172/),
  });
});

test("a profile is complete with everything, and asks for a picture first", () => {
  expect(completeness(full, "ada/1")).toEqual({ percent: 100, next: null });
  expect(completeness(bare, null)).toEqual({ percent: 0, next: expect.stringMatching(/picture/) });
  expect(completeness(full, null).percent).toBe(70);
});

test("an interest of one's own is added once, spelt as the suggestion where it is one", () => {
  const add = (text: string, chosen: string[], max = 3) =>
    withChip({ text, chosen, suggestions: ["Board games"], max });
  expect(add(" board  GAMES ", [])).toEqual(["Board games"]);
  expect(add("moss", ["Moss"])).toEqual(["Moss"]);
  expect(add("Lichen", ["Moss"])).toEqual(["Moss", "Lichen"]);
  expect(add("Lichen", ["a", "b", "c"])).toEqual(["a", "b", "c"]);
  expect(add("  ", [])).toEqual([]);
});
