"use client";

import { RecordingNotice } from "@/components/call/recording/recording-notice";
import { RecordingQuestion } from "@/components/call/recording/recording-question";
import type { RecordingConsent } from "@/components/call/recording/use-recording-consent";

interface RecordingNewsProps {
  recording: RecordingConsent;
  /** The other side's name. */
  name: string;
}

/** What a person has to know, and is asked, about the recording of their call. */
export function RecordingNews({ recording, name }: RecordingNewsProps) {
  return (
    <>
      <RecordingNotice
        isOn={recording.isOn}
        news={recording.news}
        busy={recording.isStopping}
        onStop={() => void recording.say(false)}
      />
      <RecordingQuestion
        open={recording.isAskedOfMe}
        name={name}
        busy={recording.isAgreeing}
        error={recording.error}
        onAnswer={(agree) => void recording.say(agree)}
      />
    </>
  );
}
