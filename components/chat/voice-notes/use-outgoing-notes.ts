"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { Message } from "@/lib/chat/types";
import type { OutgoingNote } from "@/lib/chat/voice-notes/client/note-outbox";
import { outgoingNotes } from "@/lib/chat/voice-notes/client/outgoing-notes";

const none: readonly OutgoingNote[] = [];

/**
 * The voice notes of a chat that are on their way.
 *
 * @param messages - what the chat already has: a note among them is no longer on its way
 */
export function useOutgoingNotes(
  matchId: string,
  messages: readonly Message[],
): readonly OutgoingNote[] {
  const notes = useSyncExternalStore(
    outgoingNotes.subscribe,
    outgoingNotes.getSnapshot,
    () => none,
  );
  return useMemo(() => {
    const here = notes.filter((note) => note.matchId === matchId);
    if (here.length === 0) return none;
    const sent = new Set(messages.map(({ id }) => id));
    return here.filter(({ id }) => !sent.has(id));
  }, [notes, matchId, messages]);
}
