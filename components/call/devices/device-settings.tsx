"use client";

import { Mic, Video, Volume2 } from "lucide-react";
import { BlurSwitch } from "@/components/call/devices/blur-switch";
import { DeviceSelect } from "@/components/call/devices/device-select";
import { LevelBars } from "@/components/call/devices/level-bars";
import { SpeakerTest } from "@/components/call/devices/speaker-test";
import { useLocalMedia } from "@/components/call/devices/use-local-media";
import type {
  LocalMedia,
  LocalMediaView,
  MediaKind,
} from "@/lib/calls/client/room/media/local-media-view";

/** What stands in place of a device: why there is none, as far as it is known. */
function placeholder(view: LocalMediaView, kind: "camera" | "microphone"): string {
  const problem = view.problems[kind];
  if (problem?.endsWith("-missing")) return "None found";
  if (problem) return "Not available";
  return view.permissions[kind] === "granted" ? "None found" : "Not allowed yet";
}

/** Camera, microphone and loudspeaker to choose from, with a test of each, and the blur. */
export function DeviceSettings({ media }: { media: LocalMedia }) {
  const view = useLocalMedia(media);
  const select = (kind: MediaKind) => ({
    devices: view.devices[kind],
    chosen: view.chosen[kind],
    onChoose: (deviceId: string) => void media.choose(kind, deviceId),
  });
  return (
    <div className="flex flex-col gap-2.5">
      <DeviceSelect
        {...select("camera")}
        label="Camera"
        icon={Video}
        placeholder={placeholder(view, "camera")}
      />
      <div>
        <DeviceSelect
          {...select("microphone")}
          label="Microphone"
          icon={Mic}
          placeholder={placeholder(view, "microphone")}
        />
        <LevelBars media={media} className="mx-3.5 mt-2" />
      </div>
      <div className="mt-1 grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <DeviceSelect
          {...select("speaker")}
          label="Speaker"
          icon={Volume2}
          placeholder="System default"
        />
        <SpeakerTest deviceId={view.chosen.speaker ?? ""} />
      </div>
      <BlurSwitch media={media} view={view} />
    </div>
  );
}
