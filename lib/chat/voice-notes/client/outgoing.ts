import { createNoteOutbox } from "@/lib/chat/voice-notes/client/note-outbox";
import { outgoingNotes } from "@/lib/chat/voice-notes/client/outgoing-notes";
import type { RecordedNote } from "@/lib/chat/voice-notes/client/recorder";
import { tellNoteSent } from "@/lib/chat/voice-notes/client/sent";
import { createShelf } from "@/lib/chat/voice-notes/client/shelf";
import { uploadNote } from "@/lib/chat/voice-notes/client/upload";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";

/** How long the server, when it is there but does not take a note, is left in peace. */
const retryMs = 30_000;

const shelf = createShelf();
const outbox = createNoteOutbox({
  shelf,
  upload: uploadNote,
  onSent: tellNoteSent,
  alone: async (name, work) => navigator.locks.request(name, work),
});

// Every chat shows them; this code is fetched apart.
outbox.subscribe(() => outgoingNotes.update(outbox.getSnapshot));

export const retryNote = outbox.retry;
export const discardNote = outbox.discard;

/** Sends a recorded note, now or as soon as there is a network. */
export async function sendNote(
  { id, sound, seconds, waveform }: RecordedNote,
  { matchId, senderId }: { matchId: string; senderId: string },
): Promise<void> {
  const bytes = await sound.arrayBuffer();
  const writtenAt = Date.now();
  await outbox.add({
    ...{ id, matchId, senderId, bytes, type: sound.type },
    ...{ seconds, waveform, writtenAt },
  });
}

/** Leaves nothing in this browser for whoever uses it next. */
export function forgetNotes(): Promise<void> {
  return shelf.clear();
}

/**
 * Sends what a person's earlier pages have left behind, and again what is lost on the way.
 *
 * @returns stops it
 */
export function startSendingNotes(senderId: string): () => void {
  void outbox.takeUp(senderId);
  const timer = setInterval(outbox.resume, retryMs);
  const stops = [onWake(outbox.resume), subscribeUserEvents("gap", outbox.resume)];
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
