"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { PipView } from "@/components/call/room/pip/pip-view";
import { usePictureInPicture } from "@/components/call/room/pip/use-picture-in-picture";
import { RoomNews } from "@/components/call/room/room-news";
import { FloatingWindow } from "@/components/call/room/small/floating-window";
import { Stage } from "@/components/call/room/stage";
import { useRoomActions } from "@/components/call/room/use-room-actions";
import { useRoomKeys } from "@/components/call/room/use-room-keys";
import type { RoomCall } from "@/lib/calls/room/view";

/** The call that is on: over the whole page, or in a corner of it. */
export function LiveRoom({ call }: { call: RoomCall }) {
  const path = usePathname();
  const [minimisedOn, setMinimisedOn] = useState<string | null>(null);
  const [expandedOn, setExpandedOn] = useState(path);
  const actions = useRoomActions(call);
  const pip = usePictureInPicture();
  // Going to another page, as with the phone's own back button, makes the call small.
  const isSmall = minimisedOn !== null || expandedOn !== path;
  const minimise = () => setMinimisedOn(path);
  const expand = () => {
    setMinimisedOn(null);
    setExpandedOn(path);
  };
  useRoomKeys(actions, isSmall ? null : minimise);
  const news = <RoomNews call={call} />;
  return (
    <>
      {isSmall ? (
        <FloatingWindow call={call} actions={actions} onExpand={expand}>
          {news}
        </FloatingWindow>
      ) : (
        <Stage call={call} actions={actions} pip={pip} onMinimise={minimise}>
          {news}
        </Stage>
      )}
      {pip.body ? <PipView body={pip.body} call={call} actions={actions} /> : null}
    </>
  );
}
