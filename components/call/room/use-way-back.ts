"use client";

import { joinable } from "@/components/call/joinable";
import { useRoom } from "@/components/call/room/use-room";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** How to talk on after a call: in the same room while it is live, or in a new one. */
export function useWayBack({ match, kind }: RoomCall): { name: string; take(): void } {
  const live = joinable(useRoom(), match);
  const take = async () => {
    await commandRoom({ type: "dismiss" });
    await commandRoom({
      type: "open",
      match,
      kind: live?.kind ?? kind,
      ...(live && { sid: live.sid }),
    });
  };
  return { name: live ? "Join again" : "Call again", take: () => void take() };
}
