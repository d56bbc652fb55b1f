import { openMedia } from "@/lib/calls/client/open-media";
import { microphoneConstraints } from "@/lib/calls/client/room/media/constraints";
import { createLevel } from "@/lib/calls/client/room/media/level";
import { mediaProblem } from "@/lib/calls/client/room/media/media-problems";
import { rememberedDevice } from "@/lib/calls/client/room/media/remembered";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import type { Observable } from "@/lib/cell";
import { recordingType } from "@/lib/chat/voice-notes/client/recording-type";

/** A microphone that is open, and what writes down what it hears. */
export interface OpenMicrophone {
  track: MediaStreamTrack;
  recorder: MediaRecorder;
  /** How loud it is, 0 to 1, measured while somebody listens. */
  level: Observable<number>;
}

/** Speech needs no more, and two minutes of it stay small. */
const bitsPerSecond = 32_000;

/**
 * Opens the microphone that calls use, asking for permission if need be.
 *
 * @returns what is wrong, as calls name it, when it cannot be opened
 */
export async function openMicrophone(): Promise<OpenMicrophone | RoomProblemCode> {
  if (typeof MediaRecorder === "undefined" || !navigator.mediaDevices) return "unsupported";
  const mimeType = recordingType((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType) return "unsupported";
  try {
    const audio = microphoneConstraints(rememberedDevice("microphone"));
    const stream = await openMedia(navigator.mediaDevices, { audio });
    const [track] = stream.getAudioTracks();
    if (!track) return "microphone-missing";
    const options = { mimeType, audioBitsPerSecond: bitsPerSecond };
    const level = createLevel(() => ({ mediaStreamTrack: track }));
    return { track, recorder: new MediaRecorder(stream, options), level };
  } catch (error) {
    return mediaProblem("microphone", error);
  }
}
