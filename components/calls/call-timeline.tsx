"use client";

import { DetailsCard } from "@/components/calls/details-card";
import { useClock } from "@/components/shell/clock";
import { timelineOf } from "@/lib/calls/history/timeline";
import type { RememberedCall } from "@/lib/calls/history/types";
import type { RecordingView } from "@/lib/recordings/recording-view";
import { toDate } from "@/lib/time/instant";
import { exactTime } from "@/lib/time/words";

interface CallTimelineProps {
  call: RememberedCall;
  me: string;
  recordings: readonly RecordingView[];
}

/** What happened in a call, one thing after the other. */
export function CallTimeline({ call, me, recordings }: CallTimelineProps) {
  const { place } = useClock();
  const recordedAt = recordings
    .filter(({ kind }) => kind === "call")
    .map(({ startedAt }) => startedAt);
  return (
    <DetailsCard title="What happened">
      <ol className="flex flex-col">
        {timelineOf(call, me, recordedAt).map(({ at, words }) => (
          <li
            key={`${at} ${words}`}
            className="relative flex items-baseline gap-3 pb-3 pl-5 last:pb-0 before:absolute before:top-2 before:left-0 before:size-2.5 before:rounded-full before:bg-mine after:absolute after:top-5 after:bottom-[-0.2rem] after:left-[0.28rem] after:w-0.5 after:bg-line last:after:hidden"
          >
            <span className="min-w-0 flex-1">{words}</span>
            <time dateTime={at} className="shrink-0 text-sm text-ink-soft tabular-nums">
              {exactTime(toDate(at), place)}
            </time>
          </li>
        ))}
      </ol>
    </DetailsCard>
  );
}
