import type { MatchPermission, RefusedCall } from "@/lib/calls/client/permission/types";
import type { RoomKind } from "@/lib/calls/client/room/view";

/** Why a call of this kind would be refused, as the database has it; null when it would not. */
export function refusalOf(permission: MatchPermission, kind: RoomKind): RefusedCall | null {
  const { matchId, person, theirs } = permission;
  if (theirs === "video" || (theirs === "voice" && kind === "voice")) return null;
  return { matchId, kind, name: person.name, why: theirs === "nobody" ? "off" : "ask" };
}

/** Why a call was not begun. */
export function refusalWords({ name, why }: Pick<RefusedCall, "name" | "why">): string {
  return why === "off"
    ? `${name} has switched off calls in this match.`
    : `${name} has not allowed calls yet.`;
}
