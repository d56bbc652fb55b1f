import { notify } from "@/components/ui/notify";
import { permissions, refreshPermissions } from "@/lib/calls/client/permission/permissions";
import { refusals } from "@/lib/calls/client/refusals";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { commandVoice } from "@/lib/calls/client/voice";

/** Calls the other person of a match, who has allowed it. */
export async function callNow(matchId: string, kind: RoomKind): Promise<void> {
  // What was allowed a moment ago may not be known here yet.
  await refreshPermissions();
  const person = permissions.getSnapshot()[matchId]?.person;
  if (person && (await start(matchId, person, kind))) return;
  void notify(refusals[navigator.onLine ? "unavailable" : "offline"].sentence);
}

function start(matchId: string, person: { id: string; name: string }, kind: RoomKind) {
  if (kind === "voice") {
    const peer = { profileId: person.id, displayName: person.name, matchId };
    return commandVoice({ type: "dial", peer });
  }
  const match = { matchId, name: person.name, isGroup: false, people: [person] };
  return commandRoom({ type: "open", match, kind });
}
