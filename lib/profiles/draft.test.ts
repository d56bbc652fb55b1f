import { expect, test } from "vitest";
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
