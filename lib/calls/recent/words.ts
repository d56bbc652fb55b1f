import type { RecentCall } from "@/lib/calls/recent/types";
import { callLineWords } from "@/lib/chat/call-words";
import { matchName } from "@/lib/chat/match-name";
import { displayPhone } from "@/lib/phone/draft";

/** Whom a call was with: a person, a group, a number that was dialled, or somebody unknown. */
export function recentName({ title, people, dialled }: RecentCall): string {
  if (dialled) return displayPhone(dialled);
  return title !== null || people.length > 0 ? matchName({ title, people }) : "Somebody";
}

/** What became of a call, as the viewer is to read it. */
export function recentWords(call: RecentCall, viewerId: string): string {
  return callLineWords(call, viewerId, {
    isGroup: call.isGroup,
    people: call.people.map((person) => ({ ...person, lastSeenAt: null, lastReadAt: null })),
    former: [],
  });
}

/** How a call can be answered with another: null when nobody knows how to reach the other side. */
export type CallBack =
  | { type: "voice" | "phone"; profileId: string; displayName: string; matchId: string }
  | { type: "number"; number: string }
  | { type: "room"; matchId: string };

/** The call that would be made to call back. */
export function callBackOf(call: RecentCall): CallBack | null {
  const { kind, matchId, isGroup, people, dialled } = call;
  if (dialled) return { type: "number", number: dialled };
  const [person] = people;
  if (!matchId || !person) return null;
  if (isGroup || kind === "video") return { type: "room", matchId };
  const type = kind === "phone" ? "phone" : "voice";
  return { type, profileId: person.id, displayName: person.name, matchId };
}
