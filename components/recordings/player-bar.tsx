"use client";

import { useSpeed } from "@/components/recordings/use-player";
import { Waveform } from "@/components/recordings/waveform";
import { type Playback, setSpeed, speeds } from "@/lib/recordings/client/player";
import { formatDuration } from "@/lib/time/duration";

/** Where the player is in a recording, and how fast it goes. */
export function PlayerBar({ playback }: { playback: Playback }) {
  const speed = useSpeed();
  if (playback.phase === "failed") {
    return (
      <p role="alert" className="py-2 text-sm font-medium text-danger">
        This could not be played. Check your connection and try again.
      </p>
    );
  }
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
  return (
    <div className="flex items-center gap-2">
      <Waveform playback={playback} />
      <span className="w-12 text-end text-sm text-ink-soft tabular-nums">
        {formatDuration(playback.position)}
      </span>
      <button
        type="button"
        className="min-h-11 min-w-11 rounded-full text-sm font-semibold text-link tabular-nums hover:bg-sunken"
        onClick={() => setSpeed(next)}
      >
        <span className="sr-only">Speed: </span>
        {speed}×
      </button>
    </div>
  );
}
