import type { FactsRow } from "@/lib/profiles/facts";
import { readHeight } from "@/lib/profiles/height";
import type { Database } from "@/lib/supabase/database.types";

type Row = Database["public"]["Tables"]["profiles"]["Row"];

/** What a person can change of their profile, as the database has it. */
export type OwnProfile = Pick<Row, "display_name" | "bio"> & FactsRow;

/** The same while it is being written. */
export interface ProfileDraft
  extends Pick<FactsRow, "gender" | "looking_for" | "interests" | "languages"> {
  name: string;
  bio: string;
  occupation: string;
  hometown: string;
  /** As it is written; see `readHeight`. */
  height: string;
}

/** Columns of `profiles` that make an `OwnProfile`. */
export const ownProfileColumns =
  "display_name, bio, gender, looking_for, occupation, hometown, height_cm, interests, languages";

export function toDraft(profile: OwnProfile): ProfileDraft {
  const { gender, looking_for, interests, languages, bio } = profile;
  return {
    ...{ gender, looking_for, interests, languages, bio },
    name: profile.display_name,
    occupation: profile.occupation ?? "",
    hometown: profile.hometown ?? "",
    height: profile.height_cm === null ? "" : `${profile.height_cm} cm`,
  };
}

/** What a draft would save: without spaces around texts, and nothing for what is empty. */
export function fromDraft(draft: ProfileDraft): OwnProfile {
  const { gender, looking_for, interests, languages } = draft;
  return {
    ...{ gender, looking_for, interests, languages },
    display_name: draft.name.trim(),
    bio: draft.bio.trim(),
    occupation: draft.occupation.trim() || null,
    hometown: draft.hometown.trim() || null,
    height_cm: readHeight(draft.height) ?? null,
  };
}

export type DraftProblems = Partial<Record<"name" | "height", string>>;

/** What is wrong with a draft, in words by field; empty when it can be saved. */
export function draftProblems(draft: ProfileDraft): DraftProblems {
  return {
    ...(draft.name.trim() ? {} : { name: "Enter the name that others will see." }),
    ...(readHeight(draft.height) === undefined ? { height: "Write it like 172, or 5 ft 8." } : {}),
  };
}

/** Whether two profiles say the same. */
export function sameProfile(one: OwnProfile, other: OwnProfile): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

const inOrder = (profile: OwnProfile) =>
  Object.entries(profile).sort(([a], [b]) => (a < b ? -1 : 1));
