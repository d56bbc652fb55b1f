"use client";

import { PipView } from "@/components/call/room/pip/pip-view";
import { usePictureInPicture } from "@/components/call/room/pip/use-picture-in-picture";
import { RoomNews } from "@/components/call/room/room-news";
import { FloatingWindow } from "@/components/call/room/small/floating-window";
import { Stage } from "@/components/call/room/stage";
import { useRoomActions } from "@/components/call/room/use-room-actions";
import { useRoomKeys } from "@/components/call/room/use-room-keys";
import type { RoomSize } from "@/components/call/room/use-room-size";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** The call that is on: over the whole page, or in a corner of it. */
export function LiveRoom({ call, size }: { call: RoomCall; size: RoomSize }) {
  const actions = useRoomActions(call);
  const pip = usePictureInPicture();
  const { isSmall, minimise, expand } = size;
  useRoomKeys(actions, isSmall ? null : minimise);
  return (
    <>
      {isSmall ? (
        <FloatingWindow call={call} actions={actions} onExpand={expand} />
      ) : (
        <Stage call={call} actions={actions} pip={pip} onMinimise={minimise} />
      )}
      <RoomNews call={call} />
      {pip.body ? <PipView body={pip.body} call={call} actions={actions} /> : null}
    </>
  );
}
