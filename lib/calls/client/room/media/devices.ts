import type { MediaDeviceChoice, MediaKind } from "@/lib/calls/client/room/media/local-media-view";

export type Devices = Readonly<Record<MediaKind, readonly MediaDeviceChoice[]>>;

export interface DeviceList {
  devices: Devices;
  /** The microphone that stands behind the system's default; null when the browser does not tell. */
  defaultMicrophone: string | null;
}

const kinds = { camera: "videoinput", microphone: "audioinput", speaker: "audiooutput" } as const;
/** Chromium lists these beside the real devices that they stand for. */
const aliases = new Set(["default", "communications"]);
/** The id that leaves the loudspeaker to the system, in setSinkId and here. */
const systemSpeaker: MediaDeviceChoice = { deviceId: "", label: "System default" };

export const noDevices: Devices = { camera: [], microphone: [], speaker: [] };

const isSpeakerChoosable = () =>
  typeof HTMLMediaElement !== "undefined" && "setSinkId" in HTMLMediaElement.prototype;

/**
 * What can be chosen. Devices have no names, and are left out, until a permission is given.
 */
export async function listDevices(
  media: Pick<MediaDevices, "enumerateDevices">,
): Promise<DeviceList> {
  const all = await media.enumerateDevices();
  const real = all.filter(({ deviceId, label }) => label !== "" && !aliases.has(deviceId));
  const of = (kind: MediaKind) =>
    real
      .filter((device) => device.kind === kinds[kind])
      .map(({ deviceId, label }) => ({ deviceId, label }));
  const speakers = isSpeakerChoosable() ? of("speaker") : [];
  const alias = all.find((d) => d.kind === kinds.microphone && d.deviceId === "default");
  const behind = real.find((d) => d.kind === kinds.microphone && d.groupId === alias?.groupId);
  return {
    devices: {
      camera: of("camera"),
      microphone: of("microphone"),
      speaker: speakers.length > 0 ? [systemSpeaker, ...speakers] : [],
    },
    defaultMicrophone: behind?.deviceId ?? null,
  };
}

/** Whether a device is there to be chosen. */
export const includes = (list: readonly MediaDeviceChoice[], deviceId: string | null): boolean =>
  list.some((device) => device.deviceId === deviceId);
