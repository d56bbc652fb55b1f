"use client";

import { IncomingDialog } from "@/components/call/incoming-dialog";
import type { EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { problems } from "@/lib/calls/client/problems";
import { viaText } from "@/lib/calls/client/sentences";
import type { VoiceView } from "@/lib/calls/client/view";
import { commandVoice } from "@/lib/calls/client/voice";

/** A voice call that rings. */
export function VoiceRing({ view, call }: { view: VoiceView; call: LiveCall | EndedCall }) {
  const { peer, problem } = call;
  const { profileId: id, displayName: name, ownNumber } = peer;
  const isStranger = id === null && ownNumber !== undefined;
  return (
    <IncomingDialog
      open={call.phase === "incoming"}
      title="Incoming voice call"
      caller={{ id, name }}
      words={isStranger ? `${name} calls your number ${ownNumber}` : name}
      via={isStranger ? null : viaText(call)}
      problem={problem ? problems[problem].sentence : null}
      isSilent={view.ringtoneBlocked}
      onAccept={() => void commandVoice({ type: "accept" })}
      onDecline={() => void commandVoice({ type: "decline" })}
      onHear={() => void commandVoice({ type: "hear" })}
    />
  );
}
