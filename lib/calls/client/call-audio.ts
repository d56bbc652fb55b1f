import type { AudioHelper, Call } from "@twilio/voice-sdk";
import { chosenMicrophone } from "@/lib/calls/client/microphone";
import { type ProblemCode, problemOf } from "@/lib/calls/client/problems";

/** What goes wrong with the sound of a call while it lasts; null when it is put right. */
type Report = (problem: ProblemCode | null) => void;

/**
 * Reopens the microphone when the system takes it away, as iOS does when another app rings or the
 * headset is pulled.
 *
 * @returns a function that stops watching
 */
export function keepMicrophone(call: Call, audio: AudioHelper, report: Report): () => void {
  let track: MediaStreamTrack | undefined;

  async function reopen() {
    try {
      await reopenInput(audio);
      report(null);
    } catch {
      report("microphone-lost");
    }
    follow();
  }
  function follow() {
    track?.removeEventListener("ended", reopen);
    track = call.getLocalStream()?.getAudioTracks()[0];
    track?.addEventListener("ended", reopen);
  }

  follow();
  return () => track?.removeEventListener("ended", reopen);
}

async function reopenInput(audio: AudioHelper): Promise<void> {
  // Setting the device that is set already does nothing; setting its constraints opens it anew.
  if (audio.inputDevice) return audio.setAudioConstraints(audio.audioConstraints ?? {});
  const chosen = audio.availableInputDevices.get(chosenMicrophone() ?? "");
  const [first] = audio.availableInputDevices.values();
  const input = chosen ?? first;
  if (!input) throw new DOMException("No microphone is left", "NotFoundError");
  return audio.setInputDevice(input.deviceId);
}

/** Plays what the browser held back, or says that it still does. */
export async function playRemote(elements: readonly HTMLAudioElement[], report: Report) {
  const played = await Promise.allSettled(elements.map((element) => element.play()));
  const blocked = played.some(
    (result) => result.status === "rejected" && problemOf(result.reason) === "microphone-denied",
  );
  if (blocked) report("autoplay-blocked");
  else report(null);
}
