import type { RecordingView } from "@/lib/recordings/recording-view";
import { durationWords } from "@/lib/time/duration";

/** Whom a recording is of, as its listener knows them. */
export function recordingName({ from }: Pick<RecordingView, "from">): string {
  return from?.name ?? "Somebody";
}

/** How long it is, or why there is nothing to hear. */
export function recordingState(
  recording: Pick<RecordingView, "kind" | "status" | "durationSeconds">,
): string {
  const { kind, status, durationSeconds } = recording;
  switch (status) {
    case "in-progress":
      return kind === "voicemail" ? "Being left now" : "Being recorded now";
    case "absent":
      return "Nothing was recorded";
    case "failed":
      return "The recording failed";
    case "deleted":
      return "Deleted";
    case "completed":
      return durationSeconds === null ? "Recorded" : durationWords(durationSeconds);
  }
}

/** What deleting it does, before it is done. */
export function deleteWords(recording: Pick<RecordingView, "kind" | "from">): string {
  if (recording.kind === "voicemail") {
    return "The message and its words are deleted for good.";
  }
  return `The recording and its words are deleted for good: for you and for ${recordingName(recording)}.`;
}
