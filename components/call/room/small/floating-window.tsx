"use client";

import { Maximize2 } from "lucide-react";
import { StageButton } from "@/components/call/room/controls/stage-button";
import { HearButton } from "@/components/call/room/hear-button";
import type { Corner } from "@/components/call/room/layout/corner";
import { useDock } from "@/components/call/room/layout/use-dock";
import { RoomStatus } from "@/components/call/room/room-status";
import { SmallControls } from "@/components/call/room/small/small-controls";
import { SmallPicture } from "@/components/call/room/small/small-picture";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { cx } from "@/components/ui/class-names";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** Clear of the pages' headers, of the text field and of the bar below. */
const places: Record<Corner, string> = {
  "top-left": "top-[calc(env(safe-area-inset-top)+4.75rem)] left-3 md:left-24",
  "top-right": "top-[calc(env(safe-area-inset-top)+4.75rem)] right-3 md:right-5",
  "bottom-left": "bottom-[calc(env(safe-area-inset-bottom)+5.25rem)] left-3 md:left-24",
  "bottom-right": "bottom-[calc(env(safe-area-inset-bottom)+5.25rem)] right-3 md:right-5",
};

interface FloatingWindowProps {
  call: RoomCall;
  actions: RoomActions;
  onExpand: () => void;
}

/** The call in a corner, while its person looks at other pages. */
export function FloatingWindow({ call, actions, onExpand }: FloatingWindowProps) {
  const { corner, ref, handle } = useDock("top-right", onExpand);
  return (
    <div
      ref={ref}
      className={cx(
        "stage fixed z-20 h-60 w-42 animate-rise overflow-hidden rounded-2xl shadow-high md:h-52 md:w-80",
        places[corner],
      )}
    >
      <section aria-label="Call" className="size-full">
        <SmallPicture call={call} />
        <div className="pointer-events-none absolute inset-x-0 top-0 bg-linear-to-b from-stage/90 via-stage/60 to-transparent px-3 pt-2 pr-12 pb-5 leading-5">
          <p dir="auto" className="truncate text-sm font-bold">
            {call.match.name}
          </p>
          <RoomStatus call={call} />
        </div>
        <button
          type="button"
          {...handle}
          aria-label="Move the call's window"
          title="Drag it, or use the arrow keys"
          className="absolute inset-0 cursor-grab touch-none rounded-2xl active:cursor-grabbing focus-visible:-outline-offset-3"
        />
        {call.isSoundBlocked ? (
          <span className="absolute top-1/2 left-1/2 -translate-1/2">
            <HearButton />
          </span>
        ) : null}
        <span className="absolute top-1 right-1">
          <StageButton name="Expand" Icon={Maximize2} look="bare" small onClick={onExpand} />
        </span>
        <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
          <div className="pointer-events-auto">
            <SmallControls actions={actions} />
          </div>
        </div>
      </section>
    </div>
  );
}
