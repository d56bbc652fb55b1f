import type { CallRecording } from "@/lib/calls/client/recording";

/** What stands in a call while it is recorded. */
export const isRecorded = "This call is being recorded";

/**
 * What a change of a call's recording is to one of the people in it; null for nothing that they do
 * not know. Who was asked reads the question instead.
 */
export function recordingNews(
  before: CallRecording,
  now: CallRecording,
  { me, name }: { me: string; name: string },
): string | null {
  if (now.state === "on") return isRecorded;
  if (now.state === "asked") {
    return now.askedBy === me ? `${name} is asked whether this call may be recorded.` : null;
  }
  if (now.state !== "stopped") return null;
  if (before.state === "on") return "The recording has stopped.";
  const declined = before.state === "asked" && before.askedBy === me;
  return declined ? "This call is not recorded: not everybody agrees." : null;
}

/** What is said aloud: that a recording begins, and that it ends. */
export function spokenNews(before: CallRecording, now: CallRecording): string | null {
  if (before.state === now.state) return null;
  if (now.state === "on") return `${isRecorded}.`;
  return before.state === "on" ? "The recording has stopped." : null;
}
