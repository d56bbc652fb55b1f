import type { AudioHelper, Call } from "@twilio/voice-sdk";
import { keepMicrophone, playRemote } from "@/lib/calls/client/call-audio";
import * as microphone from "@/lib/calls/client/microphone";
import { type ProblemCode, problemOf } from "@/lib/calls/client/problems";
import type { Levels, VoiceView } from "@/lib/calls/client/view";

interface CallMediaOptions {
  audio(): AudioHelper | null;
  change(part: Partial<VoiceView>): void;
  onLevels(levels: Levels): void;
  /** Something is wrong with the sound, or right again. */
  report(problem: ProblemCode | null): void;
}

/** The sound of the call: its microphone, its loudspeaker, its levels. */
export interface CallMedia {
  /** An element that plays the other side. */
  add(element: HTMLAudioElement): void;
  opened(call: Call): void;
  /** Plays what the browser held back. */
  hear(): void;
  choose(deviceId: string, live: boolean): Promise<void>;
  release(): void;
}

/** For one call after another; `release` ends each. */
export function createCallMedia(options: CallMediaOptions): CallMedia {
  const { audio, change, report } = options;
  let remote: HTMLAudioElement[] = [];
  let stopKeeping = () => {};

  async function list(call: Call) {
    const microphones = await microphone.listMicrophones();
    const used = call.getLocalStream()?.getAudioTracks()[0]?.getSettings().deviceId;
    const known = microphones.some(({ deviceId }) => deviceId === used);
    // Chromium calls the system's choice "default"; the first of the list is what stands behind it.
    const microphoneId = (known ? used : microphones[0]?.deviceId) ?? null;
    change({ microphones, microphoneId });
  }

  return {
    add: (element) => remote.push(element),
    opened(call) {
      const inputs = audio();
      if (inputs) stopKeeping = keepMicrophone(call, inputs, report);
      void playRemote(remote, report);
      void list(call);
    },
    hear: () => void playRemote(remote, report),
    async choose(deviceId, live) {
      microphone.rememberMicrophone(deviceId);
      change({ microphoneId: deviceId });
      if (!live) return;
      try {
        await audio()?.setInputDevice(deviceId);
        report(null);
      } catch (error) {
        report(problemOf(error));
      }
    },
    release() {
      stopKeeping();
      stopKeeping = () => {};
      remote = [];
      options.onLevels({ input: 0, output: 0 });
      microphone.releaseMicrophone();
      // The SDK keeps an input that was set by hand open, and its indicator lit, until told.
      void audio()?.unsetInputDevice();
    },
  };
}
