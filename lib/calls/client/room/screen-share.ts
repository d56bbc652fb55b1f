import { RoomFailure } from "@/lib/calls/client/room/room-failure";

/** Text stays readable at this rate, and the encoder has time for sharp frames. */
const frameRate = 15;

/**
 * Lets the person choose a screen, window or tab.
 *
 * @returns its picture; null when they changed their mind
 * @throws RoomFailure `screen-denied` when the system does not allow it
 */
export async function chooseScreen(): Promise<MediaStreamTrack | null> {
  try {
    const video = { frameRate: { max: frameRate } };
    const stream = await navigator.mediaDevices.getDisplayMedia({ video, audio: false });
    const [track] = stream.getVideoTracks();
    if (!track) throw new RoomFailure("screen-denied");
    track.contentHint = "detail";
    return track;
  } catch (error) {
    if (isCancel(error)) return null;
    throw new RoomFailure("screen-denied", { cause: error });
  }
}

/** Chromium tells a refusal by the system from a person's in its message alone. */
function isCancel(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === "AbortError") return true;
  return error.name === "NotAllowedError" && !/system/i.test(error.message);
}
