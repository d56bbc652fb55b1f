"use client";

import { Video } from "lucide-react";
import { DeviceSettings } from "@/components/call/devices/device-settings";
import { useLocalMedia } from "@/components/call/devices/use-local-media";
import { LobbyPeople } from "@/components/call/lobby/lobby-people";
import { MediaHelp } from "@/components/call/lobby/media-help";
import { Preview } from "@/components/call/lobby/preview";
import { useLobbyKeys } from "@/components/call/lobby/use-lobby-keys";
import { useLobbyMedia } from "@/components/call/lobby/use-lobby-media";
import { Button } from "@/components/ui/button";
import type { LocalMedia } from "@/lib/calls/room/media/local-media-view";
import { commandRoom } from "@/lib/calls/room/room";
import type { RoomCall } from "@/lib/calls/room/view";

interface LobbyProps {
  /** In its phase `lobby`. */
  call: RoomCall;
  media: LocalMedia;
}

/** Where a person sees themselves and sees to their devices before others see them. */
export function Lobby({ call, media }: LobbyProps) {
  const view = useLocalMedia(media);
  const isLive = call.sid !== null;
  useLobbyMedia(media);
  useLobbyKeys(media, view);
  return (
    <section
      aria-label="Before you join"
      className="h-full overflow-y-auto bg-paper text-ink [color-scheme:light_dark]"
    >
      <div className="safe-top mx-auto grid min-h-full max-w-5xl content-start gap-4 px-4 pt-4 max-md:grid-rows-[auto_auto_1fr_auto] md:grid-cols-[minmax(0,1.4fr)_minmax(20rem,1fr)] md:content-center md:gap-x-10 md:p-8">
        <LobbyPeople match={call.match} isLive={isLive} />
        <div className="flex flex-col gap-4 md:col-start-1 md:row-span-3 md:row-start-1">
          <Preview media={media} view={view} />
          <MediaHelp media={media} view={view} />
        </div>
        <DeviceSettings media={media} />
        <LobbyActions isLive={isLive} />
      </div>
    </section>
  );
}

function LobbyActions({ isLive }: { isLive: boolean }) {
  return (
    <div className="sticky bottom-0 -mx-4 grid grid-cols-[auto_minmax(0,1fr)] gap-3 bg-paper/90 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-[0_-1px_0_var(--line)] backdrop-blur-md md:static md:m-0 md:bg-transparent md:p-0 md:shadow-none">
      <Button look="quiet" onClick={() => void commandRoom({ type: "leave" })}>
        Cancel
      </Button>
      <Button className="min-h-13" onClick={() => void commandRoom({ type: "join" })}>
        <Video aria-hidden="true" size={20} />
        {isLive ? "Join now" : "Start call"}
      </Button>
    </div>
  );
}
