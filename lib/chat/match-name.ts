import type { MatchSummary, NamedPerson } from "@/lib/chat/types";

/** What a match is called: its title, or the names of the others. */
export function matchName(
  match: Pick<MatchSummary, "title"> & { people: readonly NamedPerson[] },
): string {
  return match.title ?? (match.people.map(({ name }) => name).join(", ") || "Someone");
}

/** The name of somebody who is or was in a match. */
export function memberName(
  { people, former }: Pick<MatchSummary, "people" | "former">,
  id: string | null,
): string {
  return [...people, ...former].find((person) => person.id === id)?.name ?? "Someone";
}

/** Names as a sentence lists them: "Ben, Cleo and Dan". */
export function listNames(people: readonly NamedPerson[]): string {
  const names = people.map(({ name }) => name);
  const last = names.pop() ?? "";
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}
