/**
 * What to ask of a device that a person chose, by id. Asked for as `exact`: Chromium passes over a
 * microphone that is merely `ideal` and opens the system's default.
 */
export function chosenDevice(deviceId: string | null): MediaTrackConstraints {
  return deviceId ? { deviceId: { exact: deviceId } } : {};
}

/** Whether the browser has refused a device by this name, such as `NotAllowedError`. */
export const isError = (error: unknown, name: string) =>
  error instanceof Error && error.name === name;

/** Without what may not be there: a device that is gone, a side that this one does not have. */
function relaxed(constraints: MediaStreamConstraints): MediaStreamConstraints {
  const loosen = (wish: MediaStreamConstraints["audio"]) => {
    if (typeof wish !== "object") return wish ?? false;
    const { deviceId: _id, facingMode: _side, ...rest } = wish;
    return rest;
  };
  return { audio: loosen(constraints.audio), video: loosen(constraints.video) };
}

/**
 * Opens camera or microphone, another one where the chosen one is gone.
 *
 * @throws DOMException as of getUserMedia, but for OverconstrainedError
 */
export async function openMedia(
  media: Pick<MediaDevices, "getUserMedia">,
  constraints: MediaStreamConstraints,
): Promise<MediaStream> {
  try {
    return await media.getUserMedia(constraints);
  } catch (error) {
    if (!isError(error, "OverconstrainedError")) throw error;
    return media.getUserMedia(relaxed(constraints));
  }
}
