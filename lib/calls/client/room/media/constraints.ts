import { chosenDevice } from "@/lib/calls/client/open-media";

export type Facing = "user" | "environment";

interface CameraWish {
  /** The chosen camera; null leaves it to `facing`. */
  deviceId: string | null;
  facing: Facing;
  /** Pixels. */
  maxHeight: number;
  isBlurred: boolean;
}

/** Twilio's processors lose frames above this. */
const highestBlurred = 480;
const framesPerSecond = { plain: 30, blurred: 24 };

/** Pixels, of the shorter side where a phone is held upright. */
export function pictureHeight(wish: CameraWish): number {
  return wish.isBlurred ? Math.min(wish.maxHeight, highestBlurred) : wish.maxHeight;
}

/** Size and frame rate, which can be changed without opening the camera anew. */
export function pictureConstraints(wish: CameraWish): MediaTrackConstraints {
  const height = pictureHeight(wish);
  return {
    height: { ideal: height },
    width: { ideal: Math.round((height * 16) / 9) },
    frameRate: { ideal: framesPerSecond[wish.isBlurred ? "blurred" : "plain"] },
  };
}

export function cameraConstraints(wish: CameraWish): MediaTrackConstraints {
  const which = wish.deviceId ? chosenDevice(wish.deviceId) : { facingMode: wish.facing };
  return { ...which, ...pictureConstraints(wish) };
}

export function microphoneConstraints(deviceId: string | null): MediaTrackConstraints {
  return {
    ...chosenDevice(deviceId),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  };
}
