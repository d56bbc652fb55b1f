"use client";

import { cx } from "@/components/ui/class-names";
import type { Peaks } from "@/lib/player/peaks";
import { formatDuration } from "@/lib/time/duration";

const height = 36;

interface WaveformProps {
  peaks: Peaks;
  /** Seconds. */
  position: number;
  duration: number;
  onSeek: (position: number) => void;
  /** Classes that fill the bars, before and behind the position. */
  played?: string;
  unplayed?: string;
  className?: string;
}

/** A picture of a sound that is also the slider of its position. */
export function Waveform(props: WaveformProps) {
  const { peaks, position, duration, onSeek, className = "h-11" } = props;
  const { played = "fill-mine", unplayed = "fill-line-strong" } = props;
  const share = duration > 0 ? position / duration : 0;
  return (
    <span className="relative block min-w-0 flex-1 rounded-lg has-focus-visible:outline-2 has-focus-visible:outline-current">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${peaks.length * 4} ${height}`}
        preserveAspectRatio="none"
        className={cx("block w-full", className)}
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
              className={index / peaks.length < share ? played : unplayed}
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
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </span>
  );
}
