import { ChevronDown } from "lucide-react";
import type { RecordingView } from "@/lib/recordings/recording-view";
import { formatDuration } from "@/lib/time/duration";

interface TranscriptProps {
  recording: RecordingView;
  /** Profile id of the reader. */
  me: string;
}

/** What was said: of a voicemail just the words, of a call who said them and when. */
export function Transcript({ recording, me }: TranscriptProps) {
  const { transcript, kind } = recording;
  if (!transcript) return null;
  if (transcript.turns.length === 0) {
    const waiting = transcript.status === "in-progress" && recording.status !== "in-progress";
    return kind === "voicemail" ? (
      <p className="pt-2 text-sm text-ink-soft">
        {waiting ? "The words are on their way." : "No words were understood."}
      </p>
    ) : null;
  }
  if (kind === "voicemail") {
    return (
      <p dir="auto" className="pt-2 text-pretty">
        {transcript.turns.map(({ text }) => text).join(" ")}
      </p>
    );
  }
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-sm font-semibold text-link">
        What was said
        <ChevronDown
          aria-hidden="true"
          size={16}
          className="transition-transform duration-150 group-open:rotate-180"
        />
      </summary>
      <ol aria-label="What was said" className="flex flex-col gap-2 pb-2">
        {transcript.turns.map(({ profileId, name, text, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are never put in between
          <li key={index} className="text-sm">
            <span className="font-semibold">{profileId === me ? "You" : (name ?? "Somebody")}</span>{" "}
            <span className="text-ink-soft tabular-nums">{formatDuration(at)}</span>
            <span dir="auto" className="block text-base">
              {text}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
