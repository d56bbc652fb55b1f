"use client";

import { IncomingDialog } from "@/components/call/incoming-dialog";
import { roomProblems } from "@/lib/calls/client/room/problems";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomView } from "@/lib/calls/client/room/view";

/** A room that rings. */
export function RoomRing({ view }: { view: RoomView }) {
  const { ring } = view;
  const isVideo = ring?.kind === "video";
  return (
    <IncomingDialog
      open={ring !== null}
      title={isVideo ? "Incoming video call" : "Incoming voice call"}
      caller={ring?.caller ?? null}
      group={ring?.match.isGroup ? ring.match.name : null}
      isVideo={isVideo}
      note={isVideo ? "Your camera stays off until you turn it on." : null}
      problem={ring?.problem ? roomProblems[ring.problem].sentence : null}
      isSilent={view.isRingtoneBlocked}
      onAccept={() => void commandRoom({ type: "accept" })}
      onDecline={() => void commandRoom({ type: "decline" })}
      onHear={() => void commandRoom({ type: "hear" })}
    />
  );
}
