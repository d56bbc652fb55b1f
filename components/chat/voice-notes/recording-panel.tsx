"use client";

import { NotePreview } from "@/components/chat/voice-notes/note-preview";
import { RecordingBar } from "@/components/chat/voice-notes/recording-bar";
import type { Recorder, RecorderState } from "@/lib/chat/voice-notes/client/recorder";

interface RecordingPanelProps {
  recorder: Recorder;
  state: Exclude<RecorderState, { phase: "idle" | "failed" }>;
  /** How far the finger that holds the button has slid to where it cancels, 0 to 1; null if none does. */
  slide: number | null;
  onSend: () => void;
}

/** What takes the text box's place while a voice note is being made. */
export function RecordingPanel({ recorder, state, slide, onSend }: RecordingPanelProps) {
  if (state.phase === "ready") {
    return <NotePreview note={state.note} onDiscard={recorder.cancel} onSend={onSend} />;
  }
  return (
    <RecordingBar
      state={state}
      slide={slide}
      onCancel={recorder.cancel}
      onStop={() => void recorder.stop()}
    />
  );
}
