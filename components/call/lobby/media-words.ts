import type { LocalMediaView } from "@/lib/calls/room/media/local-media-view";
import type { RoomProblemCode } from "@/lib/calls/room/problems";

type Kind = "camera" | "microphone";
type Problems = LocalMediaView["problems"];

export const isDenied = (problem: RoomProblemCode | null): boolean =>
  problem !== null && /-denied(-by-system)?$/.test(problem);

/** Which of the two devices have to be asked for; null when nothing needs asking. */
export function toAsk(view: LocalMediaView): "both" | Kind | null {
  const asks = (kind: Kind, isOpen: boolean) =>
    !isOpen &&
    view.problems[kind] === null &&
    view.permissions[kind] !== "granted" &&
    view.permissions[kind] !== "denied";
  const camera = asks("camera", view.isCameraOn || view.isCameraStarting);
  const microphone = asks("microphone", view.isMicrophoneOpen || view.isMicrophoneStarting);
  if (camera && microphone) return "both";
  if (camera) return "camera";
  return microphone ? "microphone" : null;
}

/** What is wrong with the devices, in one line; null when nothing is. */
export function problemTitle({ camera, microphone }: Problems): string | null {
  if (isDenied(camera) && isDenied(microphone)) {
    return "Duet may not use your camera and microphone";
  }
  const problem = camera ?? microphone;
  if (problem === null) return null;
  const device = camera ? "camera" : "microphone";
  if (isDenied(problem)) return `Duet may not use your ${device}`;
  if (problem.endsWith("-missing")) return `No ${device} was found`;
  if (problem.endsWith("-taken")) return `Another app is using your ${device}`;
  if (problem.endsWith("-lost")) return `Your ${device} stopped`;
  return `Your ${device} could not be opened`;
}
