"use client";

import { useState } from "react";
import { useSurface } from "@/components/call/use-surface";
import { cx } from "@/components/ui/class-names";
import type { VoiceNote as Note } from "@/lib/chat/types";

interface VoiceNoteProps {
  /** Of the message. */
  id: string;
  note: Note;
  mine: boolean;
}

/** The width of a voice note's bubble, as of the longest text on a phone. */
export const noteWidth = "w-66";

const fetchPlayer = async () =>
  (await import("@/components/chat/voice-notes/note-player")).NotePlayer;

/** A voice note in the chat. Somebody else's has a dot until it is played. */
export function VoiceNote({ id, note, mine }: VoiceNoteProps) {
  const [started, setStarted] = useState(false);
  const { seconds, peaks, played } = note;
  const NotePlayer = useSurface(true, fetchPlayer);
  // As large as what comes in its place.
  if (!NotePlayer) return <span className={cx(noteWidth, "-ml-1.5 block h-11 max-w-full")} />;
  return (
    <NotePlayer
      note={{ id, src: `/api/messages/${id}/audio`, seconds, peaks }}
      onPlay={() => setStarted(true)}
      className={cx(noteWidth, "-ml-1.5 max-w-full")}
    >
      {mine || played || started ? null : (
        <>
          <span aria-hidden="true" className="size-2 rounded-full bg-link" />
          <span className="sr-only">Not played yet</span>
        </>
      )}
    </NotePlayer>
  );
}
