"use client";

import { useState } from "react";
import { DeleteRecording } from "@/components/recordings/delete-recording";
import { RecordingItem } from "@/components/recordings/recording-item";
import { useRecordings } from "@/components/recordings/use-recordings";
import { EmptyState } from "@/components/ui/empty-state";
import { ListEnd } from "@/components/ui/list-end";
import { TryAgain } from "@/components/ui/try-again";
import type { RecordingKind, RecordingPage } from "@/lib/recordings/client/fetch-recordings";
import type { RecordingView } from "@/lib/recordings/recording-view";

interface RecordingListProps {
  kind: RecordingKind;
  /** Profile id of the signed-in person. */
  me: string;
  /** What the server has fetched; null when it could not. */
  initial: RecordingPage | null;
  /** What stands in place of an empty list. */
  empty: { title: string; words: string; action?: React.ReactNode };
  /** Accessible name of the list. */
  label: string;
}

/** Recordings, newest first; one plays at a time. */
export function RecordingList({ kind, me, initial, empty, label }: RecordingListProps) {
  const { page, failed, busy, refresh, more, remove } = useRecordings(kind, initial);
  const [leaving, setLeaving] = useState<RecordingView | null>(null);
  if (!page) {
    return (
      <EmptyState title={`${label} did not load`} action={<TryAgain onTry={refresh} />}>
        <p role="alert">Your connection may be down, or ours. Nothing is lost.</p>
      </EmptyState>
    );
  }
  return (
    <>
      {page.recordings.length === 0 ? (
        <EmptyState title={empty.title} action={empty.action}>
          <p>{empty.words}</p>
        </EmptyState>
      ) : (
        <ul aria-label={label} className="flex flex-col gap-3">
          {page.recordings.map((recording) => (
            <RecordingItem
              key={recording.sid}
              recording={recording}
              me={me}
              onDelete={() => setLeaving(recording)}
            />
          ))}
        </ul>
      )}
      <ListEnd
        failed={failed}
        hasMore={page.next !== null}
        busy={busy}
        onMore={() => void more()}
      />
      <DeleteRecording recording={leaving} onDelete={remove} onClose={() => setLeaving(null)} />
    </>
  );
}
