import {
  type CallState,
  type EndedCall,
  isLive,
  type LiveCall,
} from "@/lib/calls/client/call-state";
import { problems } from "@/lib/calls/client/problems";

/** The word the call's `status` shows; empty when there is no call. */
export function statusText(call: CallState): string {
  if (call.phase === "ended") return "Call ended";
  if (!isLive(call)) return "";
  if (call.phase === "open") return "Connected";
  if (call.phase === "reconnecting") return "Reconnecting";
  return call.phase === "ringing" || call.phase === "incoming" ? "Ringing" : "Connecting";
}

/** What is special about how the other side talks; empty when they do so in a browser. */
export function viaText({ peer, direction, openedAt, reach }: LiveCall | EndedCall): string {
  const rings = direction === "incoming" && openedAt === null;
  if (peer.ownNumber) return `${rings ? "calls" : "on"} your number ${peer.ownNumber}`;
  if (reach === "telephone" && openedAt !== null) return "on their phone";
  if (peer.via !== "phone" || peer.number) return "";
  return rings ? "calling from their phone" : "on their phone";
}

/** How somebody is sought who does not have the app open; empty while it simply rings. */
export function reachText(call: LiveCall | EndedCall): string {
  if (call.phase !== "ringing" || call.direction !== "outgoing") return "";
  const name = call.peer.displayName;
  if (call.reach === "notified") return `${name}’s app is closed. We sent a notification.`;
  return call.reach === "telephone" ? `Ringing ${name}’s phone.` : "";
}

/** Why an outgoing call did not become a conversation. */
const outgoing: Record<EndedCall["reason"], (name: string) => string> = {
  hangup: () => "",
  ended: () => "",
  blocked: () => "",
  elsewhere: () => "",
  declined: (name) => `${name} declined.`,
  busy: (name) => `${name} is in another call.`,
  "no-answer": (name) => `No answer from ${name}.`,
  canceled: () => "You canceled the call.",
  failed: (name) => `${name} couldn't be reached.`,
};

const incoming: Record<EndedCall["reason"], (name: string) => string> = {
  hangup: () => "",
  ended: () => "",
  blocked: () => "",
  declined: () => "You declined.",
  busy: () => "",
  "no-answer": (name) => `Missed call from ${name}.`,
  canceled: (name) => `Missed call from ${name}.`,
  failed: () => "The call was lost.",
  elsewhere: () => "Answered on another device.",
};

/**
 * Why a call ended, as one sentence; empty when "Call ended" says it all. A block looks like any
 * other end, so that nobody learns from it.
 */
export function endSentence(call: EndedCall): string {
  if (call.problem) return problems[call.problem].sentence;
  if (call.openedAt !== null && call.reason !== "failed") return "";
  if (call.direction === "incoming") return incoming[call.reason](call.peer.displayName);
  if (call.reason === "busy" && call.peer.via === "phone") return "The line is busy.";
  if (call.reason === "no-answer" && call.reach === "notified") {
    return `No answer. ${call.peer.displayName} will see that you called.`;
  }
  return outgoing[call.reason](call.peer.displayName);
}
