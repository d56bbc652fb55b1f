"use client";

import { useMicrophoneLevel } from "@/components/call/devices/use-local-media";
import { cx } from "@/components/ui/class-names";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";

const bars = Array.from({ length: 16 }, (_, index) => index);

/** A row of bars, as many of them lit as the microphone is loud. */
export function LevelBars({ media, className }: { media: LocalMedia; className?: string }) {
  const level = useMicrophoneLevel(media);
  const lit = Math.round(level * bars.length);
  return (
    <span className={cx("block", className)}>
      <meter
        aria-label="Microphone level"
        className="sr-only"
        max={100}
        value={Math.round(level * 100)}
      />
      <span aria-hidden="true" className="flex h-1.5 gap-1">
        {bars.map((bar) => (
          <span
            key={bar}
            className={cx(
              "flex-1 rounded-full transition-colors duration-75",
              bar < lit ? "bg-good" : "bg-line",
            )}
          />
        ))}
      </span>
    </span>
  );
}
