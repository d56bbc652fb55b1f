"use client";

import { Phone, Video } from "lucide-react";
import { CallButton } from "@/components/call/call-button";
import { useWhyNotPhone } from "@/components/phone/use-why-not-phone";
import { notify } from "@/components/ui/notify";
import { checkNumber } from "@/lib/calls/client/phone/check";
import { callFailure } from "@/lib/calls/client/phone/words";
import { refusals } from "@/lib/calls/client/refusals";
import { commandRoom } from "@/lib/calls/client/room/room";
import { commandVoice } from "@/lib/calls/client/voice";
import type { RecentCall } from "@/lib/calls/recent/types";
import { type CallBack, callBackOf } from "@/lib/calls/recent/words";

interface CallBackButtonProps {
  call: RecentCall;
  name: string;
}

/** Calls whom a call was with, in the same way; nothing where that is impossible. */
export function CallBackButton({ call, name }: CallBackButtonProps) {
  const reason = useWhyNotPhone(call.matchId);
  const back = callBackOf(call);
  if (!back) return <span className="size-11 shrink-0" />;
  const isVideo = call.kind === "video";
  const Icon = isVideo ? Video : Phone;
  return (
    <CallButton
      name={`${isVideo ? "Video call" : "Call"} ${name}`}
      reason={reason}
      onClick={() => void callBack(back, call, name)}
    >
      <Icon aria-hidden="true" size={20} className="text-link" />
    </CallButton>
  );
}

async function callBack(back: CallBack, call: RecentCall, name: string) {
  if (back.type === "number") {
    const refusal = await checkNumber(back.number);
    if (refusal) return void notify(callFailure(refusal));
  }
  if (await start(back, call, name)) return;
  void notify(refusals[navigator.onLine ? "unavailable" : "offline"].sentence);
}

function start(back: CallBack, call: RecentCall, name: string): Promise<boolean> {
  switch (back.type) {
    case "number": {
      const peer = { profileId: null, displayName: name, matchId: null, via: "phone" as const };
      return commandVoice({ type: "dial", peer: { ...peer, number: back.number } });
    }
    case "room": {
      const { isGroup, people, kind } = call;
      const match = { matchId: back.matchId, name, isGroup, people };
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
