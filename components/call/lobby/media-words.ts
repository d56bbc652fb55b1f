import type { LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";

type Device = "camera" | "microphone";

/** Devices that the browser will ask the person about. */
export type Asks = "both" | Device | null;

/**
 * What still has to be asked for before the call.
 *
 * @param isWithoutCamera - the person has said that they go without
 */
export function toAsk(view: LocalMediaView, isWithoutCamera: boolean): Asks {
  const { problems, permissions } = view;
  const asks = (device: Device, isOpen: boolean) => {
    const mayAsk = permissions[device] === "prompt" || permissions[device] === "unknown";
    return mayAsk && !isOpen && problems[device] === null;
  };
  const camera = !isWithoutCamera && asks("camera", view.isCameraOn || view.isCameraStarting);
  const microphone = asks("microphone", view.isMicrophoneOpen || view.isMicrophoneStarting);
  if (camera && microphone) return "both";
  if (camera) return "camera";
  return microphone ? "microphone" : null;
}

export interface Help {
  title: string;
  /** What to do about it, when there are no steps to take in some settings. */
  advice: string;
  /** The devices whose permission is missing, as settings call them. */
  denied: "Camera" | "Microphone" | "Camera and Microphone" | null;
  /** It is the system that denies, not the browser. */
  isBySystem: boolean;
}

function helpFor(device: Device, problem: RoomProblemCode): Help {
  const isBySystem = problem === `${device}-denied-by-system`;
  if (isBySystem || problem === `${device}-denied`) {
    const denied = device === "camera" ? "Camera" : "Microphone";
    return { title: `Duet may not use your ${device}`, advice: "", denied, isBySystem };
  }
  const say = (title: string, advice: string) => ({ title, advice, denied: null, isBySystem });
  switch (problem) {
    case `${device}-missing`:
      return say(
        `No ${device} was found`,
        device === "camera"
          ? "Plug one in, or go on without it."
          : "Plug one in, or connect a headset.",
      );
    case `${device}-taken`:
      return say(`Another app is using your ${device}`, "Close it there, or choose another one.");
    case `${device}-lost`:
      return say(`Your ${device} stopped`, "Choose another one, or plug it in again.");
    default:
      return say(`Your ${device} could not be opened`, "Choose another one, or reload the page.");
  }
}

/** What is wrong with the devices and what to do about it; empty when nothing is. */
export function mediaHelp({ camera, microphone }: LocalMediaView["problems"]): Help[] {
  const help = [
    camera && helpFor("camera", camera),
    microphone && helpFor("microphone", microphone),
  ].filter((item) => item !== null);
  const [one, other] = help;
  if (!one?.denied || !other?.denied || one.isBySystem !== other.isBySystem) return help;
  const title = "Duet may not use your camera and microphone";
  return [{ ...one, title, denied: "Camera and Microphone" }];
}
