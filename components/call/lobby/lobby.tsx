"use client";

import { useEffect, useRef, useState } from "react";
import { DeviceSettings } from "@/components/call/devices/device-settings";
import { useLocalMedia } from "@/components/call/devices/use-local-media";
import { LobbyActions } from "@/components/call/lobby/lobby-actions";
import { LobbyPeople } from "@/components/call/lobby/lobby-people";
import { MediaHelp } from "@/components/call/lobby/media-help";
import { toAsk } from "@/components/call/lobby/media-words";
import { Preview } from "@/components/call/lobby/preview";
import { useLobbyKeys } from "@/components/call/lobby/use-lobby-keys";
import { Wordmark } from "@/components/ui/mark";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import type { RoomCall } from "@/lib/calls/client/room/view";

interface LobbyProps {
  /** In its phase `lobby`. */
  call: RoomCall;
  media: LocalMedia;
}

/** Where a person sees themselves and sees to their devices before others see them. */
export function Lobby({ call, media }: LobbyProps) {
  const view = useLocalMedia(media);
  const [isWithoutCamera, setWithoutCamera] = useState(false);
  const asks = toAsk(view, isWithoutCamera);
  const isLive = call.sid !== null;
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  useEffect(() => void media.startIfAllowed(), [media]);
  useLobbyKeys(media, view);
  return (
    <section
      ref={section}
      // Keys and readers go on from here, not from what the lobby covers.
      tabIndex={-1}
      aria-label="Before you join"
      className="relative h-full overflow-y-auto bg-paper outline-none text-ink [color-scheme:light_dark]"
    >
      <div className="absolute top-7 left-8 max-md:hidden">
        <Wordmark />
      </div>
      <div className="flex min-h-full justify-center md:items-center">
        <div className="grid w-full max-w-6xl content-start gap-4 px-4 pt-[max(1rem,env(safe-area-inset-top))] max-md:grid-rows-[auto_auto_auto_1fr] md:grid-cols-[minmax(0,1.55fr)_minmax(20rem,1fr)] md:grid-rows-[auto_auto_1fr] md:gap-x-10 md:px-8 md:py-20">
          <LobbyPeople match={call.match} isLive={isLive} />
          <div className="md:col-start-1 md:row-span-3 md:row-start-1">
            <Preview
              media={media}
              view={view}
              asks={asks}
              onWithoutCamera={() => setWithoutCamera(true)}
            />
            <MediaHelp media={media} view={view} />
          </div>
          <DeviceSettings media={media} />
          <LobbyActions media={media} isLive={isLive} asks={asks} />
        </div>
      </div>
    </section>
  );
}
