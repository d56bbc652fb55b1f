"use client";

import { MessageText } from "@/components/chat/message-text";
import { PendingBubble } from "@/components/chat/pending-bubble";
import { PendingNote } from "@/components/chat/voice-notes/pending-note";
import type { ThreadSession } from "@/lib/chat/thread-session";
import type { PendingMessage } from "@/lib/chat/types";
import type { OutgoingNote } from "@/lib/chat/voice-notes/client/note-outbox";

interface PendingRowsProps {
  pending: readonly PendingMessage[];
  notes: readonly OutgoingNote[];
  session: ThreadSession;
}

/** What was written and spoken here and is on its way, as list items. */
export function PendingRows({ pending, notes, session }: PendingRowsProps) {
  return (
    <>
      {pending.map((message) => (
        <li key={message.id} className="flex flex-col">
          <PendingBubble
            state={message.state}
            retry={() => session.retry(message.id)}
            discard={() => session.discard(message.id)}
          >
            <MessageText text={message.body} />
          </PendingBubble>
        </li>
      ))}
      {notes.map((note) => (
        <li key={note.id} className="flex flex-col">
          <PendingNote note={note} />
        </li>
      ))}
    </>
  );
}
