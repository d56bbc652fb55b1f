"use client";

import { Phone, PhoneCall } from "lucide-react";
import { useId } from "react";
import { useVoice } from "@/components/call/use-voice";
import { iconButtonClass } from "@/components/ui/button-class";
import { notify } from "@/components/ui/notify";
import { Spinner } from "@/components/ui/spinner";
import { isLive, type Peer } from "@/lib/calls/client/call-state";
import { problems } from "@/lib/calls/client/problems";
import type { VoiceView } from "@/lib/calls/client/view";
import { commandVoice } from "@/lib/calls/client/voice";
import type { RoomMatch } from "@/lib/calls/room/view";

/** Why this person cannot be called now; null when they can. */
function whyNot({ call, deviceProblem }: VoiceView, matchId: string): string | null {
  if (deviceProblem === "unsupported") return problems.unsupported.sentence;
  if (!isLive(call)) return null;
  const { displayName } = call.peer;
  if (call.peer.matchId !== matchId) return `You are in a call with ${displayName}.`;
  return call.phase === "open" || call.phase === "reconnecting"
    ? "You are in this call."
    : `Calling ${displayName}…`;
}

async function dial(peer: Peer) {
  if (await commandVoice({ type: "dial", peer })) return;
  void notify(problems[navigator.onLine ? "unavailable" : "offline"].sentence);
}

/** Starts a call with the person of a chat. */
export function CallButtons({ match }: { match: RoomMatch }) {
  const { matchId } = match;
  const person = match.people[0];
  const view = useVoice();
  const reasonId = useId();
  const reason = whyNot(view, matchId);
  const here = isLive(view.call) && view.call.peer.matchId === matchId;
  if (!person || match.isGroup) return null;
  const peer = { profileId: person.id, displayName: person.name, matchId };
  return (
    <>
      <button
        type="button"
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        title={reason ?? "Voice call"}
        className={iconButtonClass("aria-disabled:cursor-default aria-disabled:opacity-55")}
        onClick={() => {
          if (!reason) void dial(peer);
        }}
      >
        <CallIcon here={here} open={here && view.call.phase === "open"} />
        <span className="sr-only">Voice call</span>
      </button>
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
    </>
  );
}

function CallIcon({ here, open }: { here: boolean; open: boolean }) {
  if (open) return <PhoneCall aria-hidden="true" size={21} className="text-good" />;
  return here ? <Spinner size={21} /> : <Phone aria-hidden="true" size={21} />;
}
