import { isError, openMedia } from "@/lib/calls/client/open-media";
import type { CaptureKind } from "@/lib/calls/client/room/media/media-problems";
import { readPermission } from "@/lib/calls/client/room/media/permissions";

const kinds = ["camera", "microphone"] as const;
const mediaKinds = { camera: "video", microphone: "audio" } as const;

/** Opens devices for the SDK, asking as few questions as possible. */
export interface UserMedia {
  /**
   * Opens camera and microphone with one question. The two `getUserMedia` calls that follow take
   * what came of it.
   */
  prepare(constraints: { audio: MediaTrackConstraints; video: MediaTrackConstraints }): void;
  /** Lets go of what came of it and nobody has taken. */
  discard(): void;
  /** `navigator.mediaDevices.getUserMedia` for the SDK, which asks for one kind at a time. */
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
}

/** @throws DOMException `NotSupportedError` on pages that are not secure */
function devices(): MediaDevices {
  if (navigator.mediaDevices) return navigator.mediaDevices;
  throw new DOMException("This page cannot use devices", "NotSupportedError");
}

export function createUserMedia(): UserMedia {
  let preparing: Promise<void> | null = null;
  const opened: Partial<Record<CaptureKind, MediaStreamTrack>> = {};
  const refused: Partial<Record<CaptureKind, unknown>> = {};

  /** One no answers for both, unless the browser says that it was about the other alone. */
  async function refuse(error: unknown) {
    const [camera, microphone] = await Promise.all([
      readPermission("camera"),
      readPermission("microphone"),
    ]);
    const alone = [camera, microphone].includes("denied");
    if (camera === "denied" || (!alone && camera !== "granted")) refused.camera = error;
    if (microphone === "denied" || (!alone && microphone !== "granted")) refused.microphone = error;
  }

  async function openBoth(constraints: MediaStreamConstraints) {
    try {
      const stream = await devices().getUserMedia(constraints);
      opened.camera = stream.getVideoTracks()[0];
      opened.microphone = stream.getAudioTracks()[0];
    } catch (error) {
      // Anything else may be the fault of one of the two, which shows when each is asked for alone.
      if (isError(error, "NotAllowedError")) await refuse(error);
    }
  }

  function takePrepared(kind: CaptureKind): MediaStream | null {
    const error = refused[kind];
    delete refused[kind];
    if (error) throw error;
    const track = opened[kind];
    delete opened[kind];
    return track?.readyState === "live" ? new MediaStream([track]) : null;
  }

  return {
    prepare(constraints) {
      preparing = openBoth(constraints).finally(() => {
        preparing = null;
      });
    },
    discard() {
      for (const kind of kinds) {
        opened[kind]?.stop();
        delete opened[kind];
        delete refused[kind];
      }
    },
    async getUserMedia(constraints) {
      await preparing;
      const kind = constraints.video ? "camera" : "microphone";
      const { [mediaKinds[kind]]: wish } = constraints;
      return takePrepared(kind) ?? openMedia(devices(), { [mediaKinds[kind]]: wish });
    },
  };
}
