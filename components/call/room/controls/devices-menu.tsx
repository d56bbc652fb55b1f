"use client";

import { Popover } from "@base-ui/react/popover";
import { Settings2 } from "lucide-react";
import { DeviceSettings } from "@/components/call/devices/device-settings";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";

/** Camera, microphone, loudspeaker and blur, without leaving the call. */
export function DevicesMenu({ media }: { media: LocalMedia }) {
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label="Devices"
        title="Devices"
        className="inline-grid size-13 shrink-0 place-items-center rounded-full bg-white/15 transition-[background-color,scale] duration-150 hover:bg-white/25 active:scale-95 data-popup-open:bg-white/30"
      >
        <Settings2 aria-hidden="true" size={22} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          sideOffset={14}
          collisionPadding={12}
          className="z-30 w-[min(23rem,calc(100vw-1.5rem))]"
        >
          <Popover.Popup className="max-h-(--available-height) origin-(--transform-origin) overflow-y-auto rounded-card bg-surface p-4 shadow-high outline-1 outline-line transition-[opacity,scale] duration-150 ease-out-soft data-ending-style:scale-95 data-ending-style:opacity-0 data-starting-style:scale-95 data-starting-style:opacity-0">
            <Popover.Title className="mb-3 px-1 text-lg font-bold tracking-tight">
              Devices
            </Popover.Title>
            <DeviceSettings media={media} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
