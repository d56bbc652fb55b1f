"use client";

import { CircleDot } from "lucide-react";
import { isRecorded } from "@/lib/calls/client/recording-words";

interface RecordingNoticeProps {
  isOn: boolean;
  news: string | null;
  busy: boolean;
  onStop: () => void;
}

/** That the call is recorded, for both, with the way to stop it; or what else is new about that. */
export function RecordingNotice({ isOn, news, busy, onStop }: RecordingNoticeProps) {
  const sentence = isOn ? isRecorded : news;
  return (
    <div aria-live="polite">
      {sentence ? (
        <div className="bg-shade">
          <div className="mx-auto flex min-h-11 max-w-5xl items-center gap-2.5 px-4 text-sm font-medium md:px-5">
            <CircleDot
              aria-hidden="true"
              size={17}
              className={isOn ? "shrink-0 animate-pulse" : "shrink-0"}
            />
            <p className="flex-1 text-pretty">{sentence}</p>
            {isOn ? (
              <button
                type="button"
                aria-busy={busy || undefined}
                className="inline-grid min-h-11 shrink-0 place-items-center px-2 font-semibold underline underline-offset-4"
                onClick={busy ? undefined : onStop}
              >
                Stop recording
              </button>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}
