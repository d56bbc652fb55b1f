import type { LocalAudioTrack } from "twilio-video";
import {
  type Capture,
  type CaptureOptions,
  createCapture,
} from "@/lib/calls/client/room/media/capture";
import { microphoneConstraints } from "@/lib/calls/client/room/media/constraints";

interface MicrophoneOptions
  extends Pick<
    CaptureOptions<LocalAudioTrack>,
    "create" | "onTrack" | "onProblem" | "onChange" | "untilLost"
  > {
  deviceId: string | null;
}

export interface Microphone extends Capture<LocalAudioTrack> {
  constraints(): MediaTrackConstraints;
  choose(deviceId: string): void;
  /** Mutes an open microphone, or opens one that is heard. Never rejects. */
  setMuted(muted: boolean): Promise<void>;
  isMuted(): boolean;
}

/** The own microphone. It stays open while muted, so that unmuting takes no time. */
export function createMicrophone(options: MicrophoneOptions): Microphone {
  let { deviceId } = options;
  let muted = false;
  const constraints = () => microphoneConstraints(deviceId);

  const capture = createCapture<LocalAudioTrack>({
    ...options,
    kind: "microphone",
    reopens: true,
    constraints,
    async create(wish) {
      const track = await options.create(wish);
      track.enable(!muted);
      return track;
    },
    async refine(track) {
      track.enable(!muted);
    },
  });

  return {
    ...capture,
    constraints,
    choose(chosen) {
      deviceId = chosen;
    },
    setMuted(on) {
      muted = on;
      const track = capture.track();
      // At once: what is said while a device changes must not be heard either.
      track?.enable(!on);
      options.onChange();
      return track || on ? capture.refine() : capture.set(true);
    },
    isMuted: () => muted || capture.track() === null,
    release() {
      muted = false;
      capture.release();
    },
  };
}
