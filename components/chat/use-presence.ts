import { useSyncExternalStore } from "react";
import { useClock } from "@/components/shell/clock";
import { lastSeen } from "@/lib/chat/last-seen";
import { listNames } from "@/lib/chat/match-name";
import type { MatchSummary, Person } from "@/lib/chat/types";
import { toDate } from "@/lib/time/instant";
import { isOnline, presenceWords } from "@/lib/time/words";

const useTold = () =>
  useSyncExternalStore(lastSeen.subscribe, lastSeen.getSnapshot, lastSeen.getSnapshot);

/** Whether a person is here: by the heartbeat, and until its first answer by what the page knew. */
export function usePresence(person: Person | undefined): { online: boolean; words: string } {
  const { now, place } = useClock();
  const date = seenAt(person, useTold());
  return { online: isOnline(date, now), words: presenceWords(date, now, place) };
}

/** The same for a match: of a group, how many belong to it and how many of the others are here. */
export function useMatchPresence(match: MatchSummary): { online: boolean; words: string } {
  const { now } = useClock();
  const told = useTold();
  const one = usePresence(match.people[0]);
  if (!match.isGroup) return one;
  const here = match.people.filter((person) => isOnline(seenAt(person, told), now)).length;
  const members = `${match.people.length + 1} members`;
  if (match.title) return { online: false, words: `${members} · ${listNames(match.people)}` };
  return { online: false, words: here > 0 ? `${members} · ${here} online` : members };
}

function seenAt(
  person: Person | undefined,
  told: Readonly<Record<string, string>> | null,
): Date | null {
  if (!person) return null;
  // Who hides it is not in the heartbeat's answer; the list may be older than that.
  const seen = told ? told[person.id] : person.lastSeenAt;
  return seen ? toDate(seen) : null;
}
