import { createCell } from "@/lib/cell";
import type { OutgoingNote } from "@/lib/chat/voice-notes/client/note-outbox";

/** Voice notes of this browser that are on their way, the oldest first. */
export const outgoingNotes = createCell<readonly OutgoingNote[]>([]);
