"use client";

import { Video } from "lucide-react";
import { useState } from "react";
import type { Asks } from "@/components/call/lobby/media-words";
import { Button } from "@/components/ui/button";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import { commandRoom } from "@/lib/calls/client/room/room";

interface LobbyActionsProps {
  media: LocalMedia;
  isLive: boolean;
  asks: Asks;
}

/** Has the browser ask what it has to. @returns whether all went well */
async function askFor(media: LocalMedia, asks: Asks): Promise<boolean> {
  if (asks === null) return true;
  await (asks === "microphone" ? media.setMuted(false) : media.start());
  const { camera, microphone } = media.view.getSnapshot().problems;
  return camera === null && microphone === null;
}

/** Into the call, or out of it. */
export function LobbyActions({ media, isLive, asks }: LobbyActionsProps) {
  const [busy, setBusy] = useState(false);

  async function join() {
    setBusy(true);
    // Nobody's phone rings before the browser's question is answered. A no shows help; pressing
    // again goes on without.
    if (await askFor(media, asks)) await commandRoom({ type: "join" });
    setBusy(false);
  }

  return (
    <div className="sticky bottom-0 -mx-4 grid grid-cols-[auto_minmax(0,1fr)] gap-3 self-end bg-paper/90 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-[0_-1px_0_var(--line)] backdrop-blur-md md:static md:m-0 md:self-start md:bg-transparent md:p-0 md:pt-2 md:shadow-none md:backdrop-blur-none">
      <Button look="quiet" onClick={() => void commandRoom({ type: "leave" })}>
        Cancel
      </Button>
      <Button className="min-h-13" busy={busy} onClick={() => void join()}>
        {busy ? null : <Video aria-hidden="true" size={20} />}
        {isLive ? "Join now" : "Start call"}
      </Button>
    </div>
  );
}
