import type { EndReason } from "@/lib/calls/client/call-state";
import { roomProblems } from "@/lib/calls/client/room/problems";
import type { RoomCall, RoomMatch, Trouble } from "@/lib/calls/client/room/view";

/** The word the call's `status` shows; empty in the lobby. */
export function roomStatus({ phase, waitingFor, openedAt }: RoomCall): string {
  if (phase === "lobby") return "";
  if (phase === "ended") return "Call ended";
  if (phase === "reconnecting") return "Reconnecting";
  if (phase === "connected") return "Connected";
  if (phase === "joining") return "Connecting";
  if (openedAt !== null) return "Connected";
  return waitingFor.length > 0 ? "Ringing" : "Connecting";
}

const troubles: Record<Trouble, string> = {
  signaling: "Reconnecting to the call…",
  media: "Picture and sound are interrupted. Trying to bring them back…",
  "low-bandwidth": "Weak connection: video quality reduced",
};

/** What is wrong with the connection, in a sentence. */
export const troubleSentence = (trouble: Trouble): string => troubles[trouble];

const pair: Partial<Record<EndReason, (name: string) => string>> = {
  declined: (name) => `${name} declined.`,
  busy: (name) => `${name} is in another call.`,
  "no-answer": (name) => `No answer from ${name}.`,
  canceled: () => "You canceled the call.",
  failed: (name) => `${name} couldn't be reached.`,
};

const group: Partial<Record<EndReason, (name: string) => string>> = {
  declined: () => "Everybody declined.",
  busy: () => "Everybody is in another call.",
  "no-answer": () => "Nobody answered.",
  canceled: () => "You canceled the call.",
  failed: (name) => `${name} couldn't be reached.`,
};

/**
 * Why a call is over, as one sentence; empty when "Call ended" says it all. A block looks like any
 * other end, so that nobody learns from it.
 */
export function roomEndSentence(
  call: Pick<RoomCall, "problem" | "reason" | "openedAt" | "direction"> & { match: RoomMatch },
): string {
  const { problem, reason, match } = call;
  if (problem) return roomProblems[problem].sentence;
  if (!reason) return "";
  if (reason === "elsewhere") return "The call goes on on another device.";
  if (reason === "failed" && call.openedAt !== null) return "The call was lost.";
  if (call.openedAt !== null || call.direction === "incoming") return "";
  return (match.isGroup ? group : pair)[reason]?.(match.name) ?? "";
}
