"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { qualityWords } from "@/components/call/room/tile/quality-words";
import { cx } from "@/components/ui/class-names";

const levels = [1, 2, 3, 4, 5];

/** Five bars for how well somebody is connected; in words on hover and focus. */
export function QualityBars({ level }: { level: number }) {
  const words = qualityWords(level);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        aria-label={words}
        className="pointer-events-auto grid size-8 cursor-default place-items-center rounded-full"
      >
        <span aria-hidden="true" className="flex h-3.5 items-end gap-0.5">
          {levels.map((bar) => (
            <span
              key={bar}
              className={cx(
                "w-0.75 rounded-full",
                bar > level ? "bg-white/30" : level > 2 ? "bg-white" : "bg-warn",
              )}
              style={{ height: 3 + bar * 2 }}
            />
          ))}
        </span>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-30">
          <Tooltip.Popup className="rounded-xl bg-stage-raised px-3 py-1.5 text-sm font-medium text-on-stage shadow-high">
            {words}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
