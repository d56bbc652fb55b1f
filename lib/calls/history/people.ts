import type { RememberedCall } from "@/lib/calls/history/types";
import { durationWords } from "@/lib/time/duration";
import { instant } from "@/lib/time/instant";

/** Somebody in a call, as its details list them. */
export interface CallPerson {
  /** Profile id; null for somebody who is, or has become, unknown. */
  id: string | null;
  name: string;
  words: string;
}

type Leg = RememberedCall["participants"][number];

/** Who took part in a call or was rung by it, the caller first, and what they did. */
export function peopleOf(call: RememberedCall, me: string): CallPerson[] {
  const legs = new Map<string, Leg[]>();
  for (const [n, leg] of call.participants.entries()) {
    // Whoever is unknown is told apart from others who are, by their role alone.
    const key = leg.profileId ?? (call.isGroup ? `somebody ${n}` : leg.role);
    legs.set(key, [...(legs.get(key) ?? []), leg]);
  }
  return [...legs.values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const name = first.profileId === me ? "You" : (first.name ?? unknownName(call, first));
    return [{ id: first.profileId, name, words: wordsFor(theirs, call) }];
  });
}

const unknownName = ({ dialled }: RememberedCall, { role }: Leg) =>
  dialled && role === "callee" ? "Their telephone" : "Somebody";

function wordsFor(legs: readonly Leg[], call: RememberedCall): string {
  const called = legs.some(({ role }) => role === "caller");
  const onPhone = legs.some((leg) => leg.channel === "phone" && (called || leg.joinedAt));
  const words = [called ? "Called" : calleeWords(legs, call), onPhone ? "on the telephone" : ""];
  const seconds = secondsIn(legs);
  const stayed = call.isGroup && seconds > 0 ? `, ${durationWords(seconds)}` : "";
  return `${words.filter(Boolean).join(" ")}${stayed}`;
}

function calleeWords(legs: readonly Leg[], call: RememberedCall): string {
  if (legs.some(({ joinedAt }) => joinedAt)) return call.isGroup ? "Joined" : "Answered";
  if (call.outcome === "live") return "Is being called";
  if (call.endReason === "declined" && !call.isGroup) return "Declined";
  if (legs.some(({ status }) => status === "busy")) {
    return legs.some(({ leftAt }) => leftAt) && call.endReason !== "busy"
      ? "Declined"
      : "Was in another call";
  }
  return "Did not answer";
}

/** How long somebody was there, all their visits together. */
function secondsIn(legs: readonly Leg[]): number {
  return legs.reduce((sum, { joinedAt, leftAt }) => {
    if (!joinedAt || !leftAt) return sum;
    return sum + Math.max(0, instant(leftAt) - instant(joinedAt)) / 1_000_000;
  }, 0);
}
