"use client";

import { PendingBubble } from "@/components/chat/pending-bubble";
import { NotePlayer } from "@/components/chat/voice-notes/note-player";
import { useSoundAddress } from "@/components/chat/voice-notes/use-sound-address";
import { noteWidth } from "@/components/chat/voice-notes/voice-note";
import { cx } from "@/components/ui/class-names";
import type { OutgoingNote } from "@/lib/chat/voice-notes/client/note-outbox";
import { discardNote, retryNote } from "@/lib/chat/voice-notes/client/outgoing";

/** A voice note on its way, or waiting for a decision. It can be listened to meanwhile. */
export function PendingNote({ note }: { note: OutgoingNote }) {
  const { id, bytes, type, seconds, waveform, state } = note;
  const src = useSoundAddress(bytes, type);
  const peaks = waveform.map((peak) => peak / 100);
  return (
    <PendingBubble state={state} retry={() => retryNote(id)} discard={() => discardNote(id)}>
      <NotePlayer
        note={{ id, src, seconds, peaks }}
        className={cx(noteWidth, "-ml-1.5 max-w-full")}
      />
    </PendingBubble>
  );
}
