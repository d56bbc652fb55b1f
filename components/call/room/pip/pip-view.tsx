"use client";

import { createPortal } from "react-dom";
import { SmallControls } from "@/components/call/room/small/small-controls";
import { SmallPicture } from "@/components/call/room/small/small-picture";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import type { RoomCall } from "@/lib/calls/client/room/view";

interface PipViewProps {
  body: HTMLElement;
  call: RoomCall;
  actions: RoomActions;
}

/** The call in a window above other programs. */
export function PipView({ body, call, actions }: PipViewProps) {
  return createPortal(
    <div className="stage relative h-dvh w-full overflow-hidden">
      <SmallPicture call={call} />
      <div className="absolute inset-x-0 bottom-2 flex justify-center">
        <SmallControls actions={actions} />
      </div>
    </div>,
    body,
  );
}
