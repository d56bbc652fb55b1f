"use client";

import { RecordingButton } from "@/components/call/recording/recording-button";
import { RecordingNews } from "@/components/call/recording/recording-news";
import { useRecordingConsent } from "@/components/call/recording/use-recording-consent";

interface RecordingByPageProps {
  /** CallSid of the caller's leg. */
  sid: string;
  /** The other side's name. */
  name: string;
}

/** A person's say in the recording of a call that they have on their telephone. */
export function RecordingByPage({ sid, name }: RecordingByPageProps) {
  const recording = useRecordingConsent({ sid, name, isRow: (row) => row.providerSid === sid });
  return (
    <>
      {recording.isOn ? null : (
        <div className="px-3 pb-3">
          <RecordingButton
            busy={recording.isAgreeing}
            asked={recording.isAskedByMe}
            onClick={() => void recording.say(true)}
            words={recording.isAskedByMe ? "Waiting for an answer" : "Record this call"}
          />
        </div>
      )}
      <div className="overflow-hidden rounded-b-card">
        <RecordingNews recording={recording} name={name} />
      </div>
    </>
  );
}
