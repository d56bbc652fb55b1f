"use client";

import { CircleAlert, RotateCcw } from "lucide-react";
import { allowInBrowser, allowInSystem } from "@/components/call/lobby/help-steps";
import { type Help, mediaHelp } from "@/components/call/lobby/media-words";
import { buttonClass } from "@/components/ui/button-class";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

interface MediaHelpProps {
  media: LocalMedia;
  view: LocalMediaView;
}

function tryAgain(media: LocalMedia, { camera, microphone }: LocalMediaView["problems"]) {
  if (camera && microphone) return media.start();
  return camera ? media.setCamera(true) : media.setMuted(false);
}

/** Says why a device cannot be used and how it can, aloud as soon as it is so. */
export function MediaHelp({ media, view }: MediaHelpProps) {
  const help = mediaHelp(view.problems);
  const isStarting = view.isCameraStarting || view.isMicrophoneStarting;
  return (
    <div aria-live="polite" className="not-empty:mt-4">
      {help.length > 0 ? (
        <div className="animate-rise rounded-2xl bg-coral-wash p-4">
          {help.map((item) => (
            <HelpText key={item.title} help={item} />
          ))}
          <button
            type="button"
            aria-disabled={isStarting || undefined}
            className={buttonClass("outline", "mt-1 ml-7.5 text-[0.9375rem]")}
            onClick={() => void tryAgain(media, view.problems)}
          >
            <RotateCcw aria-hidden="true" size={17} />
            Try again
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** One thing that is wrong, and what to do about it step by step. */
export function HelpText({ help }: { help: Help }) {
  const { title, advice, denied, isBySystem } = help;
  const steps = denied ? (isBySystem ? allowInSystem : allowInBrowser)(denied, navigator) : [];
  return (
    <div className="mb-3">
      <p className="flex items-start gap-2.5 font-bold text-pretty">
        <CircleAlert aria-hidden="true" size={20} className="mt-0.5 shrink-0 text-danger" />
        {title}
      </p>
      {steps.length > 0 ? (
        <ol className="mt-1 list-decimal space-y-0.5 pl-11.5 text-sm text-pretty marker:text-ink-soft">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        <p className="mt-0.5 pl-7.5 text-sm text-pretty">{advice}</p>
      )}
    </div>
  );
}
