import { notify } from "@/components/ui/notify";
import { checkNumber } from "@/lib/calls/client/phone/check";
import { callFailure } from "@/lib/calls/client/phone/words";
import { refusals } from "@/lib/calls/client/refusals";
import { commandRoom } from "@/lib/calls/client/room/room";
import { commandVoice } from "@/lib/calls/client/voice";
import type { RememberedCall } from "@/lib/calls/history/types";
import { type CallBack, callName, othersOf } from "@/lib/calls/history/words";

/** Calls whom a call was with, in the same way, and says so where that cannot be begun. */
export async function callBack(back: CallBack, call: RememberedCall, me: string): Promise<void> {
  if (back.type === "number") {
    const refusal = await checkNumber(back.number);
    if (refusal) return void notify(callFailure(refusal));
  }
  if (await start(back, call, me)) return;
  void notify(refusals[navigator.onLine ? "unavailable" : "offline"].sentence);
}

function start(back: CallBack, call: RememberedCall, me: string): Promise<boolean> {
  const name = callName(call, me);
  switch (back.type) {
    case "number": {
      const peer = { profileId: null, displayName: name, matchId: null, via: "phone" as const };
      return commandVoice({ type: "dial", peer: { ...peer, number: back.number } });
    }
    case "room": {
      const { isGroup, kind } = call;
      const match = { matchId: back.matchId, name, isGroup, people: othersOf(call, me) };
      return commandRoom({ type: "open", match, kind: kind === "video" ? "video" : "voice" });
    }
    default: {
      const { profileId, displayName, matchId, type } = back;
      const peer = { profileId, displayName, matchId };
      return commandVoice({
        type: "dial",
        peer: type === "phone" ? { ...peer, via: "phone" } : peer,
      });
    }
  }
}
