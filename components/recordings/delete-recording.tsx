"use client";

import { useState } from "react";
import { deleteWords } from "@/components/recordings/recording-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ApiAnswer } from "@/lib/http/call-api";
import type { RecordingView } from "@/lib/recordings/recording-view";

interface DeleteRecordingProps {
  /** Null while nothing is to be deleted. */
  recording: RecordingView | null;
  onDelete: (sid: string) => Promise<ApiAnswer>;
  onClose: () => void;
}

/** Asks before a recording is deleted, and says for whom. */
export function DeleteRecording({ recording, onDelete, onClose }: DeleteRecordingProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    if (!recording) return;
    setBusy(true);
    const answer = await onDelete(recording.sid);
    setBusy(false);
    if (answer.ok) return close();
    setError(answer.error.message);
  }
  function close() {
    setError(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open={recording !== null}
      onOpenChange={(open) => open || close()}
      title={recording?.kind === "voicemail" ? "Delete this voicemail?" : "Delete this recording?"}
      verb="Delete"
      busy={busy}
      error={error}
      onConfirm={() => void confirm()}
    >
      <p>{recording ? deleteWords(recording) : ""}</p>
    </ConfirmDialog>
  );
}
