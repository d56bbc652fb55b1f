import { isLive } from "@/lib/calls/client/call-state";
import { refusals } from "@/lib/calls/client/refusals";
import type { RoomView } from "@/lib/calls/client/room/view";
import type { VoiceView } from "@/lib/calls/client/view";

/** Why nobody can be called, in a match or outside of any; null when they can. */
export function whyNotCall(
  voice: VoiceView,
  room: RoomView,
  matchId: string | null,
): string | null {
  return whyNotWithVoice(voice, matchId) ?? whyNotWithRoom(room, matchId);
}

function whyNotWithVoice({ call }: VoiceView, matchId: string | null): string | null {
  if (!isLive(call)) return null;
  const { displayName } = call.peer;
  if (call.peer.matchId !== matchId) return `You are in a call with ${displayName}.`;
  return call.phase === "open" || call.phase === "reconnecting"
    ? "You are in this call."
    : `Calling ${displayName}…`;
}

function whyNotWithRoom({ call, elsewhere }: RoomView, matchId: string | null): string | null {
  if (call && call.phase !== "ended") {
    if (call.match.matchId !== matchId) return `You are in a call with ${call.match.name}.`;
    return call.openedAt === null ? `Calling ${call.match.name}…` : "You are in this call.";
  }
  if (!elsewhere) return null;
  return elsewhere.matchId === matchId
    ? "You are in this call in another tab."
    : `You are in a call with ${elsewhere.name} in another tab.`;
}

/** Why this browser cannot make a pair's voice call at all; null when it can. */
export const whyNoVoice = ({ deviceProblem }: VoiceView): string | null =>
  deviceProblem === "unsupported" ? refusals.unsupported.sentence : null;
