import type { CreateCallInput, EngineBase } from "../context.ts";
import { pressKeys } from "../twiml/verbs/play.ts";
import type { Call } from "./call.ts";
import type { Clock } from "./clock.ts";

interface Host {
  clock: Clock;
  recordings: Pick<EngineBase["recordings"], "start">;
  hangUp(call: Call): void;
}

type Wishes = Pick<CreateCallInput, "timeLimit" | "sendDigits" | "machineDetection" | "recording">;

/**
 * Does what was asked for a placed call once it is answered, before its TwiML.
 * @returns what the request for TwiML says on top
 */
export async function onAnswer(
  host: Host,
  call: Call,
  { timeLimit, sendDigits, machineDetection, recording }: Wishes,
): Promise<Record<string, string>> {
  const { clock } = host;
  if (recording) {
    const channels = recording.channels === "dual" ? 2 : 1;
    host.recordings.start(call, { ...recording, channels, source: "OutboundAPI" });
  }
  if (timeLimit !== undefined) {
    const stop = clock.after(timeLimit * 1000, () => host.hangUp(call));
    call.ended.addEventListener("abort", stop, { once: true });
  }
  if (sendDigits) await pressKeys({ call, clock, signal: call.ended }, sendDigits);
  if (!machineDetection) return {};
  call.answeredBy = answererOf(call, machineDetection);
  return { AnsweredBy: call.answeredBy };
}

/** @see https://www.twilio.com/docs/voice/answering-machine-detection */
function answererOf(call: Call, how: "Enable" | "DetectMessageEnd"): string {
  if (!call.leg?.isMachine) return "human";
  return how === "Enable" ? "machine_start" : "machine_end_beep";
}
