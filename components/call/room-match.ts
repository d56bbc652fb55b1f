import type { RoomMatch } from "@/lib/calls/room/view";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** A chat as calls see it. */
export function roomMatch(match: Pick<MatchSummary, "id" | "title" | "people">): RoomMatch {
  return {
    matchId: match.id,
    name: matchName(match),
    isGroup: match.title !== null || match.people.length > 1,
    people: match.people.map(({ id, name }) => ({ id, name })),
  };
}
