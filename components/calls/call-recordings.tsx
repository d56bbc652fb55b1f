"use client";

import { useState } from "react";
import { DeleteRecording } from "@/components/recordings/delete-recording";
import { RecordingItem } from "@/components/recordings/recording-item";
import type { ApiAnswer } from "@/lib/http/call-api";
import type { RecordingView } from "@/lib/recordings/recording-view";

interface CallRecordingsProps {
  recordings: readonly RecordingView[];
  me: string;
  onDelete: (sid: string) => Promise<ApiAnswer>;
}

/** What was recorded of a call, or left on voicemail by it, to be played here. */
export function CallRecordings({ recordings, me, onDelete }: CallRecordingsProps) {
  const [leaving, setLeaving] = useState<RecordingView | null>(null);
  return (
    <>
      {recordings.length > 0 ? (
        <ul aria-label="Recordings of this call" className="flex flex-col gap-3">
          {recordings.map((recording) => (
            <RecordingItem
              key={recording.sid}
              recording={recording}
              me={me}
              onDelete={() => setLeaving(recording)}
            />
          ))}
        </ul>
      ) : null}
      <DeleteRecording recording={leaving} onDelete={onDelete} onClose={() => setLeaving(null)} />
    </>
  );
}
