"use client";

import { useSpeed } from "@/components/player/use-player";
import { cx } from "@/components/ui/class-names";
import { setSpeed, speeds } from "@/lib/player/player";

/** How fast the sound goes; a press makes it faster, and after the fastest as it is. */
export function SpeedButton({ className }: { className?: string }) {
  const speed = useSpeed();
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
  return (
    <button
      type="button"
      className={cx("min-h-11 min-w-11 rounded-full text-sm font-semibold tabular-nums", className)}
      onClick={() => setSpeed(next)}
    >
      <span className="sr-only">Speed: </span>
      {speed}×
    </button>
  );
}
