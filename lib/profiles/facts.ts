import { Constants, type Database } from "@/lib/supabase/database.types";

type Row = Database["public"]["Tables"]["profiles"]["Row"];

/** What a person says of themselves beside name, picture and bio; null and empty mean nothing. */
export type Facts = Pick<
  Row,
  "gender" | "looking_for" | "occupation" | "hometown" | "height_cm" | "interests" | "languages"
>;
export type Gender = NonNullable<Facts["gender"]>;
export type Intention = NonNullable<Facts["looking_for"]>;

export const genderWords: Record<Gender, string> = {
  woman: "Woman",
  man: "Man",
  nonbinary: "Non-binary",
};

export const intentionWords: Record<Intention, string> = {
  relationship: "A relationship",
  casual: "Something casual",
  friends: "New friends",
  unsure: "Not sure yet",
};

const { gender, intention } = Constants.public.Enums;

export const genderChoices = gender.map((value) => ({ value, words: genderWords[value] }));
export const intentionChoices = intention.map((value) => ({ value, words: intentionWords[value] }));

/** A height in both measures: 172 cm, 5 ft 8. */
export function heightWords(cm: number): string {
  const inches = Math.round(cm / 2.54);
  return `${cm} cm, ${Math.floor(inches / 12)} ft ${inches % 12}`;
}

export type FactKind =
  | "looking_for"
  | "gender"
  | "height"
  | "occupation"
  | "hometown"
  | "languages";

/** The facts that are there, in words, with those first that matter first. */
export function factLines(facts: Facts): { kind: FactKind; words: string }[] {
  const { gender, looking_for, occupation, hometown, height_cm, languages } = facts;
  const lines: [FactKind, string | null | false][] = [
    ["looking_for", looking_for && `Looking for: ${lowerFirst(intentionWords[looking_for])}`],
    ["occupation", occupation],
    ["hometown", hometown && `From ${hometown}`],
    ["gender", gender && genderWords[gender]],
    ["height", height_cm !== null && heightWords(height_cm)],
    ["languages", languages.length > 0 && `Speaks ${listWords(languages)}`],
  ];
  return lines.flatMap(([kind, words]) => (words ? [{ kind, words }] : []));
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

const list = new Intl.ListFormat("en", { type: "conjunction" });
const listWords = (words: readonly string[]) => list.format(words);
