"use client";

import { SpeedButton } from "@/components/player/speed-button";
import { Waveform } from "@/components/player/waveform";
import { type Playback, seek } from "@/lib/player/player";
import { formatDuration } from "@/lib/time/duration";

const flat: readonly number[] = Array.from({ length: 56 }, () => 0);

/** Where the player is in a recording, and how fast it goes. */
export function PlayerBar({ playback }: { playback: Playback }) {
  const { id, phase, position, duration, peaks } = playback;
  if (phase === "failed") {
    return (
      <p role="alert" className="py-2 text-sm font-medium text-danger">
        This could not be played. Check your connection and try again.
      </p>
    );
  }
  return (
    <div className="flex items-center gap-2 text-link">
      <Waveform
        peaks={peaks ?? flat}
        position={position}
        duration={duration}
        onSeek={(to) => seek(id, to)}
      />
      <span className="w-12 text-end text-sm text-ink-soft tabular-nums">
        {formatDuration(position)}
      </span>
      <SpeedButton className="text-link hover:bg-sunken" />
    </div>
  );
}
