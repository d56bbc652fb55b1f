"use client";

import { Phone, PhoneCall, Video } from "lucide-react";
import { CallButton } from "@/components/call/call-button";
import { joinable } from "@/components/call/joinable";
import { useWhyRefused } from "@/components/call/permission/use-permission";
import { useRoom } from "@/components/call/room/use-room";
import { useVoice } from "@/components/call/use-voice";
import { whyNotCall, whyNoVoice } from "@/components/call/why-not";
import { buttonClass } from "@/components/ui/button-class";
import { notify } from "@/components/ui/notify";
import { Spinner } from "@/components/ui/spinner";
import { isLive } from "@/lib/calls/client/call-state";
import { refusals } from "@/lib/calls/client/refusals";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomKind, RoomMatch } from "@/lib/calls/client/room/view";
import { commandVoice } from "@/lib/calls/client/voice";

async function tellIfNot(done: Promise<boolean>) {
  if (await done) return;
  void notify(refusals[navigator.onLine ? "unavailable" : "offline"].sentence);
}

const open = (match: RoomMatch, kind: RoomKind, sid?: string) =>
  void tellIfNot(commandRoom({ type: "open", match, kind, ...(sid ? { sid } : {}) }));

/** A pair's voice call goes through the voice SDK; every other call is a room. */
function callByVoice(match: RoomMatch) {
  const [person] = match.people;
  if (match.isGroup || !person) return open(match, "voice");
  const peer = { profileId: person.id, displayName: person.name, matchId: match.matchId };
  void tellIfNot(commandVoice({ type: "dial", peer }));
}

/** Starts a call with the people of a chat, or joins the one that they have. */
export function CallButtons({ match }: { match: RoomMatch }) {
  const voice = useVoice();
  const room = useRoom();
  const { matchId } = match;
  const reason = whyNotCall(voice, room, matchId);
  const refused = useWhyRefused(matchId);
  const live = joinable(room, match);
  if (live && !reason) {
    const Icon = live.kind === "video" ? Video : Phone;
    return (
      <button
        type="button"
        className={buttonClass("primary", "shrink-0 bg-good! px-4! text-paper!")}
        onClick={() => open(match, live.kind, live.sid)}
      >
        <Icon aria-hidden="true" size={19} />
        <span>
          Join<span className="max-md:sr-only"> call</span>
        </span>
      </button>
    );
  }
  const here = isLive(voice.call) && voice.call.peer.matchId === matchId;
  return (
    <>
      <CallButton
        name="Voice call"
        reason={reason ?? refused ?? (match.isGroup ? null : whyNoVoice(voice))}
        onClick={() => callByVoice(match)}
      >
        <VoiceIcon here={here} open={here && voice.call.phase === "open"} />
      </CallButton>
      <CallButton name="Video call" reason={reason ?? refused} onClick={() => open(match, "video")}>
        <Video aria-hidden="true" size={22} />
      </CallButton>
    </>
  );
}

function VoiceIcon({ here, open }: { here: boolean; open: boolean }) {
  if (open) return <PhoneCall aria-hidden="true" size={21} className="text-good" />;
  return here ? <Spinner size={21} /> : <Phone aria-hidden="true" size={21} />;
}
