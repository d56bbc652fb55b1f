import type { RememberedCall } from "@/lib/calls/history/types";
import { callerName, callName, kindWords } from "@/lib/calls/history/words";
import { instant } from "@/lib/time/instant";

/** Something that happened in a call. */
export interface Moment {
  /** Timestamp of the database. */
  at: string;
  words: string;
}

type Leg = RememberedCall["participants"][number];

/**
 * What happened in a call, in plain words, in the order in which it did.
 *
 * @param recordedAt - when recordings of it began
 */
export function timelineOf(
  call: RememberedCall,
  me: string,
  recordedAt: readonly string[] = [],
): Moment[] {
  const moments: Moment[] = [{ at: call.startedAt, words: beginning(call, me) }];
  const seen = new Set<string>();
  for (const leg of [...call.participants].sort(byJoining)) {
    const again = leg.profileId !== null && seen.has(leg.profileId);
    if (leg.joinedAt && leg.profileId) seen.add(leg.profileId);
    moments.push(...momentsOf(leg, call, me, again));
  }
  for (const at of recordedAt) moments.push({ at, words: "The recording started" });
  if (call.endedAt) moments.push({ at: call.endedAt, words: ending(call, me) });
  // The provider counts in whole seconds: what it tells may seem to come before the beginning.
  const when = ({ at }: Moment) => Math.max(instant(at), instant(call.startedAt));
  return moments
    .map((moment, order) => ({ moment, order }))
    .sort((a, b) => when(a.moment) - when(b.moment) || a.order - b.order)
    .map(({ moment }) => moment);
}

const byJoining = (a: Leg, b: Leg) =>
  (a.joinedAt ? instant(a.joinedAt) : Number.POSITIVE_INFINITY) -
    (b.joinedAt ? instant(b.joinedAt) : Number.POSITIVE_INFINITY) || 0;

function beginning(call: RememberedCall, me: string): string {
  const caller = callerName(call, me);
  if (call.isGroup) return `${caller} started a ${kindWords(call)}`;
  return call.isOutgoing ? `You called ${callName(call, me)}` : `${caller} called you`;
}

function momentsOf(leg: Leg, call: RememberedCall, me: string, again: boolean): Moment[] {
  const mine = leg.profileId === me;
  const who = mine ? "You" : (leg.name ?? (call.dialled ? "They" : "Somebody"));
  const moments: Moment[] = [];
  if (leg.joinedAt && (leg.role === "callee" || again)) {
    const verb = again ? "came back" : call.isGroup ? "joined" : "answered";
    const where = leg.channel === "phone" && !call.dialled ? " on the telephone" : "";
    moments.push({ at: leg.joinedAt, words: `${who} ${verb}${where}` });
  }
  // Of two, who left is who ended it; in a group the others stayed.
  if (leg.joinedAt && leg.leftAt && call.isGroup && leg.leftAt !== call.endedAt) {
    moments.push({ at: leg.leftAt, words: `${who} left` });
  }
  const rangInVain = !leg.joinedAt && leg.leftAt && leg.role === "callee";
  if (rangInVain && leg.leftAt && (call.isGroup || call.kind === "phone")) {
    const words = vainWords(leg, who, call);
    if (words) moments.push({ at: leg.leftAt, words });
  }
  return moments;
}

function vainWords(leg: Leg, who: string, call: RememberedCall): string | null {
  if (leg.status === "busy") return call.isGroup ? `${who} declined` : `${who} did not take it`;
  if (leg.status !== "no-answer") return null;
  if (call.kind !== "phone") return `${who} did not answer`;
  return `${who} did not answer ${leg.channel === "phone" ? "the telephone" : "in the app"}`;
}

function ending(call: RememberedCall, me: string): string {
  const caller = callerName(call, me);
  switch (call.endReason) {
    case "declined":
      return call.isGroup ? "Everybody declined" : `${calleeName(call, me)} declined`;
    case "busy":
      return call.isGroup
        ? "Everybody was in another call"
        : `${calleeName(call, me)} ${are(call)} in another call`;
    case "no-answer":
      return "Nobody answered";
    case "canceled":
      return `${caller} hung up before anybody answered`;
    case "failed":
      return "The call did not connect";
    default:
      return "The call ended";
  }
}

const are = ({ isOutgoing }: RememberedCall) => (isOutgoing ? "was" : "were");
const calleeName = (call: RememberedCall, me: string) =>
  call.isOutgoing ? callName(call, me) : "You";
