"use client";

import { type Playback, seek } from "@/lib/recordings/client/player";
import { formatDuration } from "@/lib/time/duration";

const flat: readonly number[] = Array.from({ length: 56 }, () => 0);
const height = 36;

/** A picture of the sound that is also the slider of its position. */
export function Waveform({ playback }: { playback: Playback }) {
  const { sid, position, duration } = playback;
  const peaks = playback.peaks ?? flat;
  const played = duration > 0 ? position / duration : 0;
  return (
    <span className="relative block min-w-0 flex-1 rounded-lg has-focus-visible:outline-2 has-focus-visible:outline-link">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${peaks.length * 4} ${height}`}
        preserveAspectRatio="none"
        className="block h-11 w-full"
      >
        {peaks.map((peak, index) => {
          const tall = Math.max(3, peak * height);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={index}
              x={index * 4}
              y={(height - tall) / 2}
              width={2.4}
              height={tall}
              rx={1.2}
              className={index / peaks.length < played ? "fill-mine" : "fill-line-strong"}
            />
          );
        })}
      </svg>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={`${formatDuration(position)} of ${formatDuration(duration)}`}
        min={0}
        max={Math.max(duration, 0.1)}
        step={0.1}
        value={Math.min(position, duration)}
        onChange={(event) => seek(sid, event.target.valueAsNumber)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </span>
  );
}
