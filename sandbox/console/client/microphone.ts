/** What is wrong with the microphone, in words; empty when it works or was not asked for. */
export let microphoneProblem = "";

const problems: Record<string, string> = {
  NotAllowedError: "The browser was not allowed to use the microphone",
  NotFoundError: "There is no microphone",
  NotReadableError: "The microphone is in use elsewhere",
};

/**
 * The microphone for a call, or silence when there is none: whoever cannot speak can still listen
 * and press keys.
 */
export async function openMicrophone(constraints: MediaStreamConstraints): Promise<MediaStream> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    microphoneProblem = "";
    return stream;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    const cause = problems[name] ?? "The microphone could not be opened";
    microphoneProblem = `${cause}: you hear the other side and can press keys, but are not heard.`;
    return new AudioContext().createMediaStreamDestination().stream;
  }
}

/** Inputs without the aliases that the SDK would reopen once their labels appear. */
export async function listDevices(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const isAlias = ({ deviceId }: MediaDeviceInfo) =>
    deviceId === "default" || deviceId === "communications";
  return all.filter((device) => device.kind !== "audioinput" || !isAlias(device));
}
