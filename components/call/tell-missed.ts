import { notify } from "@/components/ui/notify";
import { callerName } from "@/lib/calls/client/caller-name";
import type { MissedCall } from "@/lib/calls/client/engine";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { MissedRoom } from "@/lib/calls/client/room/view";
import { commandVoice } from "@/lib/calls/client/voice";

/** Says who called in vain by voice, with a way to call back. */
export async function tellOfCall(missed: MissedCall) {
  const { callId, callerId, matchId } = missed;
  const displayName = missed.displayName ?? (await callerName(callerId));
  if (!displayName) return;
  const peer = { profileId: callerId, displayName, matchId };
  void notify(`Missed call from ${displayName}`, {
    id: callId,
    action: { label: "Call back", onClick: () => void commandVoice({ type: "dial", peer }) },
  });
}

/** Says who called in vain by a room, with a way to call back. */
export function tellOfRoom({ callId, kind, caller, match }: MissedRoom) {
  const group = match.isGroup ? ` in ${match.name}` : "";
  void notify(`Missed ${kind} call from ${caller.name}${group}`, {
    id: callId,
    action: {
      label: "Call back",
      onClick: () => void commandRoom({ type: "open", match, kind }),
    },
  });
}
