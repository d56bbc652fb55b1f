"use client";

import { Download, Trash2 } from "lucide-react";
import { useClock } from "@/components/shell/clock";
import { iconButtonClass } from "@/components/ui/button-class";
import { mediaPath } from "@/lib/recordings/client/fetch-recordings";
import type { RecordingView } from "@/lib/recordings/recording-view";
import { toDate } from "@/lib/time/instant";
import { dateWords } from "@/lib/time/words";

interface RecordingActionsProps {
  recording: RecordingView;
  /** Id of what says whose recording it is: every recording has buttons of the same names. */
  aboutId: string;
  onDelete: () => void;
}

/** How long a recording is kept, and the ways to keep it longer or not at all. */
export function RecordingActions({ recording, aboutId, onDelete }: RecordingActionsProps) {
  const { now, place } = useClock();
  if (recording.status === "in-progress") return null;
  return (
    <div className="-mr-2 -mb-2 flex items-center">
      <p className="min-w-0 flex-1 text-sm text-ink-soft">
        Kept until {dateWords(toDate(recording.expiresAt), now, place)}
      </p>
      {recording.status === "completed" ? (
        <a
          href={`${mediaPath(recording.sid)}?download=1`}
          download
          aria-label="Download"
          aria-describedby={aboutId}
          className={iconButtonClass("text-ink-soft")}
        >
          <Download aria-hidden="true" size={19} />
        </a>
      ) : null}
      <button
        type="button"
        aria-label="Delete"
        aria-describedby={aboutId}
        className={iconButtonClass("text-ink-soft")}
        onClick={onDelete}
      >
        <Trash2 aria-hidden="true" size={19} />
      </button>
    </div>
  );
}
