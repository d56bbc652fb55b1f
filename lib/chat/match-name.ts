import type { MatchSummary } from "@/lib/chat/types";

/** What a match is called: its title, or the names of the others. */
export function matchName(match: Pick<MatchSummary, "title" | "people">): string {
  return match.title ?? (match.people.map(({ name }) => name).join(", ") || "Someone");
}
