import { useSyncExternalStore } from "react";
import { useClock } from "@/components/shell/clock";
import { lastSeen } from "@/lib/chat/presence";
import type { Person } from "@/lib/chat/types";
import { instant, toDate } from "@/lib/time/instant";
import { isOnline, presenceWords } from "@/lib/time/words";

/** Whether a person is here, by the later of what the page knew and what the heartbeat told. */
export function usePresence(person: Person | undefined): { online: boolean; words: string } {
  const { now, place } = useClock();
  const told = useSyncExternalStore(lastSeen.subscribe, lastSeen.getSnapshot, lastSeen.getSnapshot);
  const seen = person ? later(person.lastSeenAt, told[person.id] ?? null) : null;
  const date = seen === null ? null : toDate(seen);
  return { online: isOnline(date, now), words: presenceWords(date, now, place) };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return instant(a) > instant(b) ? a : b;
}
