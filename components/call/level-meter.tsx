"use client";

import { useLevels } from "@/components/call/use-voice";

const bars = [0.06, 0.2, 0.4];

/** Three bars that move while the microphone hears something. */
export function LevelMeter({ muted }: { muted: boolean }) {
  const { input } = useLevels();
  const level = muted ? 0 : input;
  return (
    <span className="mr-1 hidden sm:block">
      <meter
        aria-label="Microphone level"
        className="sr-only"
        max={100}
        value={Math.round(level * 100)}
      />
      <span aria-hidden="true" className="flex h-5 items-end gap-0.75">
        {bars.map((threshold, index) => (
          <span
            key={threshold}
            className="w-0.75 rounded-full bg-current transition-opacity duration-100"
            style={{ height: 8 + index * 5, opacity: level > threshold ? 1 : 0.35 }}
          />
        ))}
      </span>
    </span>
  );
}
