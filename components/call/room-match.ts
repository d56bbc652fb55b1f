import type { RoomMatch } from "@/lib/calls/client/room/view";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** A chat as calls see it. */
export function roomMatch(
  match: Pick<MatchSummary, "id" | "isGroup" | "title" | "people">,
): RoomMatch {
  return {
    matchId: match.id,
    name: matchName(match),
    isGroup: match.isGroup,
    people: match.people.map(({ id, name }) => ({ id, name })),
  };
}
