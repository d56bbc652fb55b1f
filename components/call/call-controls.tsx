"use client";

import { Mic, MicOff, PhoneOff, X } from "lucide-react";
import { LevelMeter } from "@/components/call/level-meter";
import { MicrophoneMenu } from "@/components/call/microphone-menu";
import { cx } from "@/components/ui/class-names";
import { type EndedCall, isLive, type LiveCall } from "@/lib/calls/client/call-state";
import type { VoiceView } from "@/lib/calls/client/view";
import { commandVoice } from "@/lib/calls/client/voice";

/** A round button on the call bar's own colour. */
const onBar =
  "inline-grid size-11 shrink-0 place-items-center rounded-full bg-white/15 text-on-mine transition-colors duration-150 hover:bg-white/25 disabled:opacity-45";

interface CallControlsProps {
  view: VoiceView;
  call: LiveCall | EndedCall;
}

/** What can be done with the call. */
export function CallControls({ view, call }: CallControlsProps) {
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
    <div className="flex items-center gap-1.5 md:gap-2">
      {call.phase === "open" ? <LevelMeter muted={muted} /> : null}
      <MicrophoneMenu microphones={view.microphones} chosen={view.microphoneId} />
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
        className={cx(onBar, "bg-coral! text-on-coral! hover:bg-coral-press! md:w-16")}
        onClick={() => commandVoice({ type: "hang-up" })}
      >
        <PhoneOff aria-hidden="true" size={20} />
        <span className="sr-only">End call</span>
      </button>
    </div>
  );
}
