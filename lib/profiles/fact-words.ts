import type { Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

export const genderWords: Record<Enums["gender"], string> = {
  woman: "Woman",
  man: "Man",
  nonbinary: "Nonbinary",
};

export const intentionWords: Record<Enums["intention"], string> = {
  relationship: "Looking for a relationship",
  casual: "Looking for something casual",
  friends: "Looking for friends",
  unsure: "Still finding out",
};

const cmPerInch = 2.54;

/** A height as most of the world and as the rest says it: "172 cm (5′8″)". */
export function heightWords(cm: number): string {
  const inches = Math.round(cm / cmPerInch);
  return `${cm} cm (${Math.floor(inches / 12)}′${inches % 12}″)`;
}
