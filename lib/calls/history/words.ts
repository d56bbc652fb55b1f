import type { RememberedCall } from "@/lib/calls/history/types";
import { callWords } from "@/lib/chat/call-words";
import { matchName } from "@/lib/chat/match-name";
import type { NamedPerson } from "@/lib/chat/types";
import { displayPhone } from "@/lib/phone/draft";
import { durationWords } from "@/lib/time/duration";

const nouns = { voice: "voice call", video: "video call", phone: "phone call" } as const;

/** What kind of call it was, in the middle of a sentence: "video call". */
export const kindWords = ({ kind }: Pick<RememberedCall, "kind">): string => nouns[kind];

/** Who else was in a call or was rung, each once, as far as they are known. */
export function othersOf({ participants }: RememberedCall, me: string): NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  // In a room somebody has a leg for each time they came.
  for (const { profileId: id, name } of participants) {
    if (id && name && id !== me) people.set(id, { id, name });
  }
  return [...people.values()];
}

/** Whom a call was with: a person, a group, a number that was dialled, or somebody unknown. */
export function callName(call: RememberedCall, me: string): string {
  const { title, dialled, isGroup } = call;
  if (dialled) return displayPhone(dialled);
  const people = othersOf(call, me);
  if (title !== null || people.length > 0) return matchName({ title, people });
  return isGroup ? "A group" : "Somebody";
}

/** What a call was to the person, in a line: "Voice call, 4 min", "Missed video call". */
export function outcomeWords(call: RememberedCall, me: string): string {
  const { sid, kind, status, endReason, durationSeconds, isGroup, outcome } = call;
  if (!isGroup) {
    const callerId = call.isOutgoing ? me : null;
    return callWords({ sid, kind, status, endReason, durationSeconds, callerId }, me);
  }
  if (outcome === "missed") return `Missed group ${nouns[kind]}`;
  if (outcome === "declined") return `Declined group ${nouns[kind]}`;
  const started = `${callerName(call, me)} started a ${nouns[kind]}`;
  if (outcome === "live") return `${started}, in progress`;
  if (outcome === "unanswered") return `${started}, nobody joined`;
  return durationSeconds ? `${started}, ${durationWords(durationSeconds)}` : started;
}

/** Who called, as a sentence begins with it: "You", "Ben", "Somebody". */
export function callerName({ isOutgoing, participants }: RememberedCall, me: string): string {
  if (isOutgoing) return "You";
  const caller = participants.find(({ role, profileId }) => role === "caller" && profileId !== me);
  return caller?.name ?? "Somebody";
}

/** How a call can be answered with another: null when nobody knows how to reach the other side. */
export type CallBack =
  | { type: "voice" | "phone"; profileId: string; displayName: string; matchId: string }
  | { type: "number"; number: string }
  | { type: "room"; matchId: string };

/** The call that would be made to call back, in the way that the call came. */
export function callBackOf(call: RememberedCall, me: string): CallBack | null {
  const { kind, matchId, isGroup, dialled } = call;
  if (dialled) return { type: "number", number: dialled };
  const [person] = othersOf(call, me);
  if (!matchId || !person) return null;
  if (isGroup || kind === "video") return { type: "room", matchId };
  const type = kind === "phone" ? "phone" : "voice";
  return { type, profileId: person.id, displayName: person.name, matchId };
}
