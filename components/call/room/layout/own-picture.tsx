"use client";

import type { Corner } from "@/components/call/room/layout/corner";
import { useDock } from "@/components/call/room/layout/use-dock";
import { CameraTile } from "@/components/call/room/tile/camera-tile";
import { cx } from "@/components/ui/class-names";
import type { Tile } from "@/lib/calls/client/room/view";

/** Clear of the words above and the buttons below. */
const places: Record<Corner, string> = {
  "top-left": "top-[calc(env(safe-area-inset-top)+4.25rem)] left-3 md:left-5",
  "top-right": "top-[calc(env(safe-area-inset-top)+4.25rem)] right-3 md:right-5",
  "bottom-left": "bottom-[calc(env(safe-area-inset-bottom)+6.25rem)] left-3 md:left-5",
  "bottom-right": "bottom-[calc(env(safe-area-inset-bottom)+6.25rem)] right-3 md:right-5",
};

/** The own picture, in the corner where it is in nobody's way. */
export function OwnPicture({ tile, mirrored }: { tile: Tile; mirrored: boolean }) {
  const { corner, ref, handle } = useDock("bottom-right");
  return (
    <div
      ref={ref}
      className={cx(
        "absolute z-1 h-36 w-27 rounded-2xl shadow-high md:h-39 md:w-52",
        places[corner],
      )}
    >
      <CameraTile
        tile={tile}
        mirrored={mirrored}
        avatarSize={56}
        look="strip"
        className="size-full"
      />
      <button
        type="button"
        {...handle}
        aria-label="Move your picture"
        title="Drag it, or use the arrow keys"
        className="absolute inset-0 cursor-grab touch-none rounded-2xl active:cursor-grabbing"
      />
    </div>
  );
}
