"use client";

import { X } from "lucide-react";
import { HelpText } from "@/components/call/lobby/media-help";
import { mediaHelp } from "@/components/call/lobby/media-words";
import { buttonClass, iconButtonClass } from "@/components/ui/button-class";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";

interface MicrophoneHelpProps {
  problem: RoomProblemCode;
  onRetry: () => void;
  onClose: () => void;
}

const noRecorder = {
  title: "This browser cannot record sound",
  advice: "Use a current Chrome, Safari, Firefox or Edge.",
  denied: null,
  isBySystem: false,
};

/** Says why nothing can be recorded and what to do about it, in the words of calls. */
export function MicrophoneHelp({ problem, onRetry, onClose }: MicrophoneHelpProps) {
  const unable = problem === "unsupported";
  const help = unable ? [noRecorder] : mediaHelp({ camera: null, microphone: problem });
  return (
    <div role="alert" className="mx-auto max-w-3xl px-3 pt-2.5 md:px-6">
      <div className="flex animate-rise items-start gap-2 rounded-2xl bg-coral-wash py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1 pt-1.5">
          {help.map((item) => (
            <HelpText key={item.title} help={item} />
          ))}
          {unable ? null : (
            <button
              type="button"
              className={buttonClass("outline", "mb-1 ml-7.5 text-[0.9375rem]")}
              onClick={onRetry}
            >
              Try again
            </button>
          )}
        </div>
        <button type="button" aria-label="Close" className={iconButtonClass()} onClick={onClose}>
          <X aria-hidden="true" size={20} />
        </button>
      </div>
    </div>
  );
}
