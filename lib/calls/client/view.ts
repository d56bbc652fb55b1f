import type { CallState, Peer } from "@/lib/calls/client/call-state";
import type { DeviceState } from "@/lib/calls/client/device";
import type { MicrophoneChoice } from "@/lib/calls/client/microphone";
import type { ProblemCode } from "@/lib/calls/client/problems";

/** What every tab shows of calls: the owner's truth, or a follower's copy of it. */
export interface VoiceView {
  call: CallState;
  device: DeviceState;
  deviceProblem: ProblemCode | null;
  /** It rings, but the browser holds the sound back until somebody touches the page. */
  ringtoneBlocked: boolean;
  /** Empty until the microphone was allowed. */
  microphones: readonly MicrophoneChoice[];
  microphoneId: string | null;
}

/** What a tab can ask of the tab that owns the calls. */
export type VoiceCommand =
  | { type: "dial"; peer: Peer }
  | { type: "accept" }
  | { type: "decline" }
  | { type: "hang-up" }
  | { type: "mute"; muted: boolean }
  /** Of 0 to 9, * and #; w waits half a second. */
  | { type: "digits"; digits: string }
  | { type: "microphone"; deviceId: string }
  | { type: "hear" }
  | { type: "dismiss" };

export const emptyView: VoiceView = {
  call: { phase: "idle" },
  device: "off",
  deviceProblem: null,
  ringtoneBlocked: false,
  microphones: [],
  microphoneId: null,
};

/** Loudness of both directions, 0 to 1; only the owner's tab knows it. */
export interface Levels {
  input: number;
  output: number;
}
