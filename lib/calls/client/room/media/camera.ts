import type { LocalVideoTrack, VideoProcessor } from "twilio-video";
import { applyBlur, loadBlur } from "@/lib/calls/client/room/media/blur";
import {
  type Capture,
  type CaptureOptions,
  createCapture,
} from "@/lib/calls/client/room/media/capture";
import {
  cameraConstraints,
  type Facing,
  pictureConstraints,
  pictureHeight,
} from "@/lib/calls/client/room/media/constraints";

interface CameraOptions
  extends Pick<
    CaptureOptions<LocalVideoTrack>,
    "create" | "onTrack" | "onProblem" | "onChange" | "untilLost"
  > {
  deviceId: string | null;
  isBlurred: boolean;
}

export interface Camera extends Capture<LocalVideoTrack> {
  /** What the next opening asks for. */
  constraints(): MediaTrackConstraints;
  choose(deviceId: string): void;
  /** Looks to the other side; without a chosen camera from then on. */
  flip(): void;
  setMaxHeight(pixels: number): Promise<void>;
  setBlur(on: boolean): Promise<void>;
  isBack(): boolean;
  isBlurred(): boolean;
  /** How it stands with the blur's files. */
  blur(): "ready" | "starting" | "failed";
}

const backSide = /back|rear|environment/i;

/** Whether a picture comes from the camera that looks away from the person. */
function looksBack({ mediaStreamTrack }: LocalVideoTrack): boolean {
  const side = mediaStreamTrack.getSettings().facingMode;
  return side ? side === "environment" : backSide.test(mediaStreamTrack.label);
}

/** The own camera, with its side, size and blur. */
export function createCamera(options: CameraOptions): Camera {
  let { deviceId, isBlurred } = options;
  let maxHeight = 720;
  let blur: ReturnType<Camera["blur"]> = "ready";
  let facing: Facing = "user";
  let processor: VideoProcessor | null = null;
  const heights = new WeakMap<MediaStreamTrack, number>();

  const wish = () => ({ deviceId, facing, maxHeight, isBlurred });

  /** When the blur's files cannot be had, the picture stays as it is. */
  async function loadProcessor() {
    blur = "starting";
    options.onChange();
    try {
      processor ??= await loadBlur();
      blur = "ready";
    } catch {
      isBlurred = false;
      blur = "failed";
    }
    options.onChange();
  }

  async function resize(device: MediaStreamTrack) {
    const wanted = pictureHeight(wish());
    const before = heights.get(device);
    const { width = 0, height = 0 } = device.getSettings();
    heights.set(device, wanted);
    // Opening gives the nearest size that the camera has; only changing one has it scaled down.
    if (before === wanted || (!before && Math.min(width, height) <= wanted)) return;
    const constraints = { ...device.getConstraints(), ...pictureConstraints(wish()) };
    // A camera that cannot do it is as good at its own size.
    await device.applyConstraints(constraints).catch(() => undefined);
  }

  async function refine(track: LocalVideoTrack) {
    await resize(track.mediaStreamTrack);
    applyBlur(track, isBlurred ? processor : null);
  }

  const capture = createCapture<LocalVideoTrack>({
    ...options,
    kind: "camera",
    reopens: false,
    constraints: () => cameraConstraints(wish()),
    refine,
    async create(constraints) {
      const [track] = await Promise.all([
        options.create(constraints),
        // Whoever asked for blur must not be seen without it, even for a moment.
        isBlurred ? loadProcessor() : undefined,
      ]);
      await refine(track);
      return track;
    },
  });

  return {
    ...capture,
    constraints: () => cameraConstraints(wish()),
    choose(chosen) {
      deviceId = chosen;
    },
    flip() {
      const track = capture.track();
      facing = (track ? looksBack(track) : facing === "environment") ? "user" : "environment";
      deviceId = null;
    },
    setMaxHeight(pixels) {
      maxHeight = pixels;
      return capture.refine();
    },
    async setBlur(on) {
      isBlurred = on;
      if (on) await loadProcessor();
      else blur = "ready";
      await capture.refine();
    },
    isBack() {
      const track = capture.track();
      return track ? looksBack(track) : facing === "environment";
    },
    isBlurred: () => isBlurred,
    blur: () => blur,
  };
}
