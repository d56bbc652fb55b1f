"use client";

import { useRef } from "react";
import { RoomControls } from "@/components/call/room/controls/room-controls";
import { RoomLayout } from "@/components/call/room/layout/room-layout";
import type { PictureInPicture } from "@/components/call/room/pip/use-picture-in-picture";
import { RoomNotices } from "@/components/call/room/room-notices";
import { StageHeader } from "@/components/call/room/stage-header";
import { useFocusInside } from "@/components/call/room/use-focus-inside";
import { useIdle } from "@/components/call/room/use-idle";
import { useInertBehind } from "@/components/call/room/use-inert-behind";
import { useRoomMedia } from "@/components/call/room/use-room";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { useWakingTap } from "@/components/call/room/use-waking-tap";
import { cx } from "@/components/ui/class-names";
import type { RoomCall } from "@/lib/calls/client/room/view";

interface StageProps {
  call: RoomCall;
  actions: RoomActions;
  pip: PictureInPicture;
  onMinimise: () => void;
}

/** The call over the whole page. */
export function Stage({ call, actions, pip, onMinimise }: StageProps) {
  const ref = useRef<HTMLElement>(null);
  const local = useRoomMedia();
  const idle = useIdle(call.phase === "connected");
  const wakingTap = useWakingTap(idle);
  useInertBehind(ref);
  useFocusInside(ref);
  const fades = cx(
    "pointer-events-none absolute inset-x-0 z-2 transition-opacity duration-300 *:pointer-events-auto",
    idle && "opacity-0",
  );
  return (
    <section
      ref={ref}
      aria-label="Call"
      tabIndex={-1}
      {...wakingTap}
      className={cx("stage fixed inset-0 z-20 overflow-hidden outline-none", idle && "cursor-none")}
    >
      <div
        data-controls
        className={cx(
          fades,
          "top-0 bg-linear-to-b from-stage/90 via-stage/60 to-transparent pt-[calc(env(safe-area-inset-top)+0.5rem)] pb-8",
        )}
      >
        <StageHeader call={call} actions={actions} pip={pip} onMinimise={onMinimise} />
      </div>
      <RoomLayout call={call} mirrored={!local?.view.isBackCamera} />
      <div className="pointer-events-none absolute inset-x-0 top-[calc(env(safe-area-inset-top)+4.25rem)] z-2">
        <RoomNotices call={call} />
      </div>
      <div
        data-controls
        className={cx(
          fades,
          "bottom-0 bg-linear-to-t from-stage/80 to-transparent pt-6 pb-[calc(env(safe-area-inset-bottom)+1.25rem)]",
        )}
      >
        <RoomControls actions={actions} />
      </div>
    </section>
  );
}
