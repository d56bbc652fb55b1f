import { chosenMicrophone, rememberMicrophone } from "@/lib/calls/client/microphone";
import type { MediaKind } from "@/lib/calls/client/room/media/local-media-view";

const keys = { camera: "duet-camera", speaker: "duet-speaker" } as const;
const blurKey = "duet-blur";
/** Device ids are 64 hex digits in Chromium, 44 characters in Firefox, 40 in Safari. */
const longestId = 256;

/** Browsers that block site data throw on any access: nothing is remembered there. */
function stored<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}

/** The device that was chosen in an earlier call, by id; voice calls remember the same microphone. */
export function rememberedDevice(kind: MediaKind): string | null {
  const id = stored(() =>
    kind === "microphone" ? chosenMicrophone() : localStorage.getItem(keys[kind]),
  );
  return id && id.length <= longestId ? id : null;
}

/** Has this and later calls use a device. */
export function rememberDevice(kind: MediaKind, deviceId: string): void {
  stored(() =>
    kind === "microphone"
      ? rememberMicrophone(deviceId)
      : localStorage.setItem(keys[kind], deviceId),
  );
}

/** Whether the background was blurred last time. */
export function rememberedBlur(): boolean {
  return stored(() => localStorage.getItem(blurKey)) === "on";
}

export function rememberBlur(on: boolean): void {
  stored(() => localStorage.setItem(blurKey, on ? "on" : "off"));
}
