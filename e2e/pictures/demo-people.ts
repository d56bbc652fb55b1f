import type { Person } from "../people.ts";

/** A person of the seed, by the last digits of their number. */
export function demoPerson(digits: `${number}`, name: string): Person {
  const email = `demo-${digits}@users.duet.example`;
  return { id: `00000000-0000-4000-8000-0000000001${digits}`, name, email };
}
