import { Constants, type Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];
type Row = Database["public"]["Tables"]["profiles"]["Row"];

/** What a person says of themselves beside name, picture and bio; null and empty mean nothing. */
export interface Facts {
  gender: Enums["gender"] | null;
  lookingFor: Enums["intention"] | null;
  occupation: string | null;
  hometown: string | null;
  heightCm: number | null;
  interests: readonly string[];
  languages: readonly string[];
  /** Kilometres between the two, where both have given their place. */
  distanceKm?: number | null;
}

/** Facts as the database has them. */
export type FactsRow = Pick<
  Row,
  "gender" | "looking_for" | "occupation" | "hometown" | "height_cm" | "interests" | "languages"
>;

export function toFacts(row: FactsRow): Facts {
  const { gender, occupation, hometown, interests, languages } = row;
  const heightCm = row.height_cm;
  return {
    gender,
    lookingFor: row.looking_for,
    occupation,
    hometown,
    heightCm,
    interests,
    languages,
  };
}

const genderWords: Record<Enums["gender"], string> = {
  woman: "Woman",
  man: "Man",
  nonbinary: "Nonbinary",
};
const intentionWords: Record<Enums["intention"], { choice: string; line: string }> = {
  relationship: { choice: "A relationship", line: "Looking for a relationship" },
  casual: { choice: "Something casual", line: "Looking for something casual" },
  friends: { choice: "Friends", line: "Looking for friends" },
  unsure: { choice: "Still finding out", line: "Still finding out" },
};
const { gender: genders, intention: intentions } = Constants.public.Enums;

export const genderChoices = genders.map((value) => ({ value, words: genderWords[value] }));
export const intentionChoices = intentions.map((value) => ({
  value,
  words: intentionWords[value].choice,
}));

const cmPerInch = 2.54;

/** A height as most of the world and as the rest says it: "172 cm (5′8″)". */
export function heightWords(cm: number): string {
  const inches = Math.round(cm / cmPerInch);
  return `${cm} cm (${Math.floor(inches / 12)}′${inches % 12}″)`;
}

export type FactKind = "intention" | "work" | "place" | "person" | "languages";

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** The facts that are there, in a line for each kind, with those first that matter first. */
export function factLines(facts: Facts): { kind: FactKind; words: string }[] {
  const { lookingFor, occupation, hometown, distanceKm, gender, heightCm, languages } = facts;
  const place = [hometown && `from ${hometown}`, distanceKm && `within ${distanceKm} km of you`];
  const person = [gender && genderWords[gender], heightCm && heightWords(heightCm)];
  const lines: [FactKind, string | null][] = [
    ["intention", lookingFor && intentionWords[lookingFor].line],
    ["work", occupation],
    ["place", upperFirst(place.filter(Boolean).join(", "))],
    ["person", person.filter(Boolean).join(" · ")],
    ["languages", languages.length > 0 ? `Speaks ${list.format(languages)}` : null],
  ];
  return lines.flatMap(([kind, words]) => (words ? [{ kind, words }] : []));
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
