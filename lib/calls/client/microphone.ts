import { chosenDevice, openMedia } from "@/lib/calls/client/open-media";
import { CallProblem } from "@/lib/calls/client/problems";

export interface MicrophoneChoice {
  deviceId: string;
  label: string;
}

const storageKey = "duet-microphone";
/** Chromium lists these beside the real devices that they stand for. */
const aliases = new Set(["default", "communications"]);

let prepared: MediaStream | null = null;

function devices(): MediaDevices {
  if (!navigator.mediaDevices) throw new CallProblem("unsupported");
  return navigator.mediaDevices;
}

const stopTracks = (stream: MediaStream | null) => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** The microphone that the person chose, by device id; null when it was left to the browser. */
export function chosenMicrophone(): string | null {
  return localStorage.getItem(storageKey);
}

/** Has this and later calls prefer a microphone, as long as the browser keeps its data. */
export function rememberMicrophone(deviceId: string): void {
  localStorage.setItem(storageKey, deviceId);
}

const open = () => openMedia(devices(), { audio: chosenDevice(chosenMicrophone()) });

/**
 * Opens the microphone, asking for permission if need be, and keeps it for the SDK: two requests
 * would ask twice in browsers that do not remember the answer.
 *
 * @throws DOMException as of getUserMedia; CallProblem `unsupported`
 */
export async function prepareMicrophone(): Promise<void> {
  const stream = await open();
  stopTracks(prepared);
  prepared = stream;
}

/** Lets go of a prepared microphone that no call has taken. */
export function releaseMicrophone(): void {
  stopTracks(prepared);
  prepared = null;
}

/** Asks for permission and nothing else. @returns whether it was given */
export async function askForMicrophone(): Promise<boolean> {
  try {
    stopTracks(await open());
    return true;
  } catch {
    // Whoever opens it for the call meets the same error and tells the person.
    return false;
  }
}

/** `navigator.mediaDevices.getUserMedia` for the SDK. */
export async function getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
  const audio = constraints.audio;
  if (typeof audio === "object" && audio.deviceId) return devices().getUserMedia(constraints);
  const stream = prepared;
  prepared = null;
  return stream?.active ? stream : open();
}

/**
 * `navigator.mediaDevices.enumerateDevices` for the SDK, without the input aliases: it answers a
 * newly labelled `default` by reopening it, which silences an incoming call that is being accepted.
 */
export async function enumerateDevices(): Promise<MediaDeviceInfo[]> {
  const all = await devices().enumerateDevices();
  return all.filter((device) => device.kind !== "audioinput" || !aliases.has(device.deviceId));
}

/** The microphones to choose from; empty until permission is given, since they have no names. */
export async function listMicrophones(): Promise<MicrophoneChoice[]> {
  const all = await enumerateDevices();
  return all
    .filter(({ kind, label }) => kind === "audioinput" && label)
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/** Whether opening the microphone will not ask anything. Browsers that cannot tell count as no. */
export async function microphoneAllowed(): Promise<boolean> {
  try {
    const status = await navigator.permissions.query({ name: "microphone" });
    return status.state === "granted";
  } catch {
    return false;
  }
}
