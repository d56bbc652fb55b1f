import { fieldsOf, numberOf, textOf } from "@/lib/fields";
import { Constants, type Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

/** What discovery shows of a person. */
export interface Card {
  id: string;
  name: string;
  /** Completed years of life. */
  age: number;
  bio: string;
  gender: Enums["gender"] | null;
  lookingFor: Enums["intention"] | null;
  occupation: string | null;
  hometown: string | null;
  heightCm: number | null;
  interests: string[];
  languages: string[];
  /** `avatar_path` of the profile. */
  picture: string | null;
  /** Kilometres, rounded up to five; null unless both have given their place. */
  distanceKm: number | null;
}

type CardRow = Database["public"]["Functions"]["discover"]["Returns"][number];

/** A row of `discover` as the API answers it. */
export function presentCard(row: CardRow): Card {
  return {
    id: row.id,
    name: row.display_name,
    age: row.age,
    bio: row.bio,
    gender: row.gender,
    lookingFor: row.looking_for,
    occupation: row.occupation,
    hometown: row.hometown,
    heightCm: row.height_cm,
    interests: row.interests,
    languages: row.languages,
    picture: row.avatar_path,
    distanceKm: row.distance_km,
  };
}

const { gender: genders, intention: intentions } = Constants.public.Enums;
const oneOf = <T>(choices: readonly T[], value: unknown) =>
  choices.find((c) => c === value) ?? null;
const textsOf = (value: unknown) =>
  Array.isArray(value) ? value.flatMap((v) => textOf(v) ?? []) : [];

/** A card out of the API's answer; null when it is none. */
export function decodeCard(value: unknown): Card | null {
  const card = fieldsOf(value);
  const id = textOf(card.id);
  const name = textOf(card.name);
  const age = numberOf(card.age);
  if (!id || !name || age === null) return null;
  return {
    id,
    name,
    age,
    bio: textOf(card.bio) ?? "",
    gender: oneOf(genders, card.gender),
    lookingFor: oneOf(intentions, card.lookingFor),
    occupation: textOf(card.occupation),
    hometown: textOf(card.hometown),
    heightCm: numberOf(card.heightCm),
    interests: textsOf(card.interests),
    languages: textsOf(card.languages),
    picture: textOf(card.picture),
    distanceKm: numberOf(card.distanceKm),
  };
}
