export type Facing = "user" | "environment";

interface CameraWish {
  /** The chosen camera; null leaves it to `facing`. */
  deviceId: string | null;
  /** Whether that camera is known to be there: one that is not must not stand in the way. */
  isKnown: boolean;
  facing: Facing;
  /** Pixels. */
  maxHeight: number;
  isBlurred: boolean;
}

/** Twilio's processors lose frames above this. */
const highestBlurred = 480;
const framesPerSecond = { plain: 30, blurred: 24 };

const device = (deviceId: string | null, isKnown: boolean): MediaTrackConstraints => {
  if (!deviceId) return {};
  return { deviceId: isKnown ? { exact: deviceId } : { ideal: deviceId } };
};

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
  const which = wish.deviceId ? device(wish.deviceId, wish.isKnown) : { facingMode: wish.facing };
  return { ...which, ...pictureConstraints(wish) };
}

export function microphoneConstraints(
  deviceId: string | null,
  isKnown: boolean,
): MediaTrackConstraints {
  return {
    ...device(deviceId, isKnown),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  };
}
