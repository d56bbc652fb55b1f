import { type DeviceList, includes } from "@/lib/calls/client/room/media/devices";
import type { LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";
import type { CaptureKind } from "@/lib/calls/client/room/media/media-problems";
import { rememberedDevice } from "@/lib/calls/client/room/media/remembered";

interface OpenTrack {
  readonly mediaStreamTrack: MediaStreamTrack;
}

/**
 * Which devices are used, or will be.
 *
 * @param open - the tracks that are open now
 */
export function devicesInUse(
  { devices, defaultMicrophone }: DeviceList,
  open: Readonly<Record<CaptureKind, OpenTrack | null>>,
): LocalMediaView["chosen"] {
  const capture = (kind: CaptureKind) => {
    const used = open[kind]?.mediaStreamTrack.getSettings().deviceId ?? rememberedDevice(kind);
    if (used && includes(devices[kind], used)) return used;
    // Chromium calls the system's choice "default", which is not listed.
    const behind = kind === "microphone" ? defaultMicrophone : null;
    return behind ?? devices[kind][0]?.deviceId ?? null;
  };
  const speaker = rememberedDevice("speaker") ?? "";
  return {
    camera: capture("camera"),
    microphone: capture("microphone"),
    speaker: includes(devices.speaker, speaker) ? speaker : "",
  };
}
