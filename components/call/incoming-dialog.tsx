"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Phone, PhoneOff, Volume2 } from "lucide-react";
import { useRef } from "react";
import { useRinging } from "@/components/call/use-ringing";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import type { EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { problems } from "@/lib/calls/client/problems";
import type { VoiceView } from "@/lib/calls/client/view";
import { commandVoice } from "@/lib/calls/client/voice";

interface IncomingDialogProps {
  view: VoiceView;
  call: LiveCall | EndedCall;
}

/**
 * Rings until somebody decides. Only its two buttons close it: a stray key must not decline. It goes
 * at once, since a fade over the whole page would delay the first sound of the call.
 */
export function IncomingDialog({ view, call }: IncomingDialogProps) {
  const rings = call.phase === "incoming";
  const { displayName, profileId } = call.peer;
  const popup = useRef<HTMLDivElement>(null);
  useRinging(rings, displayName);
  return (
    <Dialog.Root open={rings} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-shade transition-opacity duration-200 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          // Whoever is typing must not answer by pressing space.
          initialFocus={popup}
          className="fixed inset-x-0 bottom-0 z-40 flex flex-col items-center rounded-t-card bg-surface px-6 pt-10 pb-[max(2rem,env(safe-area-inset-bottom))] text-center shadow-high outline-none transition-[opacity,translate] duration-250 ease-out-soft data-starting-style:translate-y-6 data-starting-style:opacity-0 md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-96 md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-card md:pb-8"
        >
          <span className="relative mb-6 grid place-items-center">
            <span className="absolute size-28 animate-ping rounded-full bg-mark-one opacity-20 [animation-duration:2.6s]" />
            <Avatar profileId={profileId} name={displayName} size={112} />
          </span>
          <Dialog.Title className="text-sm font-semibold tracking-normal text-ink-soft">
            Incoming voice call
          </Dialog.Title>
          <Dialog.Description
            dir="auto"
            className="mt-1 font-display text-3xl font-bold tracking-tight text-balance"
          >
            {displayName}
          </Dialog.Description>
          <RingNotice view={view} call={call} />
          <div className="mt-8 grid w-full grid-cols-2 gap-3">
            <button
              type="button"
              className={buttonClass("danger", "min-h-14")}
              onClick={() => commandVoice({ type: "decline" })}
            >
              <PhoneOff aria-hidden="true" size={20} />
              Decline
            </button>
            <button
              type="button"
              className={buttonClass("primary", "min-h-14 bg-good! text-paper!")}
              onClick={() => commandVoice({ type: "accept" })}
            >
              <Phone aria-hidden="true" size={20} />
              Accept
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Why accepting failed, or that the ringtone is held back. */
function RingNotice({ view, call }: IncomingDialogProps) {
  if (call.problem) {
    return (
      <p role="alert" className="mt-4 text-sm font-medium text-pretty text-danger">
        {problems[call.problem].sentence}
      </p>
    );
  }
  if (!view.ringtoneBlocked) return null;
  return (
    <button
      type="button"
      className={buttonClass("ghost", "mt-3")}
      onClick={() => commandVoice({ type: "hear" })}
    >
      <Volume2 aria-hidden="true" size={18} />
      Tap to hear it ring
    </button>
  );
}
