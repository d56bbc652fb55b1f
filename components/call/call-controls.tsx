"use client";

import { Mic, MicOff, PhoneOff, X } from "lucide-react";
import { LevelMeter } from "@/components/call/level-meter";
import { MicrophoneMenu } from "@/components/call/microphone-menu";
import { endOnBar, onBar } from "@/components/call/on-bar";
import { CallSafetyMenu } from "@/components/safety/call-safety-menu";
import { cx } from "@/components/ui/class-names";
import { type EndedCall, isLive, type LiveCall } from "@/lib/calls/client/call-state";
import type { VoiceView } from "@/lib/calls/client/view";
import { commandVoice } from "@/lib/calls/client/voice";

interface CallControlsProps {
  view: VoiceView;
  call: LiveCall | EndedCall;
  /** The button that shows the keys. */
  keypad: React.ReactNode;
  /** The button that asks to record. */
  record: React.ReactNode;
}

/** What can be done with the call. */
export function CallControls({ view, call, keypad, record }: CallControlsProps) {
  if (!isLive(call)) {
    return (
      <button type="button" className={onBar} onClick={() => commandVoice({ type: "dismiss" })}>
        <X aria-hidden="true" size={20} />
        <span className="sr-only">Close</span>
      </button>
    );
  }
  const { muted } = call;
  const MicIcon = muted ? MicOff : Mic;
  return (
    <div className="flex items-center gap-1.5 max-sm:w-full max-sm:justify-between md:gap-2">
      {call.phase === "open" ? <LevelMeter muted={muted} /> : null}
      <MicrophoneMenu microphones={view.microphones} chosen={view.microphoneId} />
      {call.peer.profileId ? (
        <CallSafetyMenu
          people={[{ id: call.peer.profileId, name: call.peer.displayName }]}
          matchId={call.peer.matchId}
          callSid={call.callSid}
          leave={() => commandVoice({ type: "hang-up" })}
          className={onBar}
        />
      ) : null}
      {keypad}
      {record}
      <button
        type="button"
        aria-keyshortcuts="m"
        title={muted ? "Unmute (m)" : "Mute (m)"}
        className={cx(onBar, muted && "bg-white! text-mine!")}
        disabled={call.phase === "preparing"}
        onClick={() => commandVoice({ type: "mute", muted: !muted })}
      >
        <MicIcon aria-hidden="true" size={20} />
        <span className="sr-only">{muted ? "Unmute" : "Mute"}</span>
      </button>
      <button
        type="button"
        className={cx(onBar, endOnBar)}
        onClick={() => commandVoice({ type: "hang-up" })}
      >
        <PhoneOff aria-hidden="true" size={20} />
        <span className="sr-only">End call</span>
      </button>
    </div>
  );
}
