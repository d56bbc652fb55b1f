"use client";

import { CircleAlert, RotateCcw } from "lucide-react";
import { allowInBrowser, allowInSystem } from "@/components/call/lobby/help-steps";
import { isDenied, problemTitle } from "@/components/call/lobby/media-words";
import { buttonClass } from "@/components/ui/button-class";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/room/media/local-media-view";
import { type RoomProblemCode, roomProblems } from "@/lib/calls/room/problems";

interface MediaHelpProps {
  media: LocalMedia;
  view: LocalMediaView;
}

type Problems = LocalMediaView["problems"];

const listed = ({ camera, microphone }: Problems): RoomProblemCode[] =>
  [camera, microphone].filter((code) => code !== null);

/** What is to be done about permissions, step by step; empty when it is no matter of permission. */
function steps(problems: Problems): string[] {
  const denied = listed(problems).filter(isDenied);
  if (denied.length === 0) return [];
  const devices =
    denied.length === 2
      ? "Camera and Microphone"
      : isDenied(problems.camera)
        ? "Camera"
        : "Microphone";
  const isSystem = denied.some((code) => code.endsWith("-by-system"));
  return (isSystem ? allowInSystem : allowInBrowser)(devices, navigator);
}

function tryAgain(media: LocalMedia, { camera, microphone }: Problems) {
  if (camera && microphone) return media.start();
  return camera ? media.setCamera(true) : media.setMuted(false);
}

/** Says why a device cannot be used and how it can, aloud as soon as it is so. */
export function MediaHelp({ media, view }: MediaHelpProps) {
  const title = problemTitle(view.problems);
  return (
    <div aria-live="polite">{title ? <Help title={title} media={media} view={view} /> : null}</div>
  );
}

function Help({ title, media, view }: MediaHelpProps & { title: string }) {
  const { problems } = view;
  const list = steps(problems);
  const isStarting = view.isCameraStarting || view.isMicrophoneStarting;
  return (
    <div className="rounded-2xl bg-coral-wash p-4">
      <p className="flex items-start gap-2.5 font-bold">
        <CircleAlert aria-hidden="true" size={20} className="mt-0.5 shrink-0 text-danger" />
        {title}
      </p>
      <div className="mt-1.5 pl-7.5 text-sm text-pretty">
        {list.length > 0 ? (
          <ol className="list-decimal space-y-0.5 pl-4 marker:text-ink-soft">
            {list.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : (
          listed(problems).map((code) => <p key={code}>{roomProblems[code].sentence}</p>)
        )}
        <button
          type="button"
          aria-busy={isStarting || undefined}
          className={buttonClass("outline", "mt-3 text-[0.9375rem]")}
          onClick={() => void tryAgain(media, problems)}
        >
          <RotateCcw aria-hidden="true" size={17} />
          Try again
        </button>
      </div>
    </div>
  );
}
