import { createCell, type Observable } from "@/lib/cell";
import { createOutbox, type Outgoing, type SendOutcome } from "@/lib/chat/outbox";
import type { Message } from "@/lib/chat/types";
import type { Shelf, ShelvedNote } from "@/lib/chat/voice-notes/client/shelf";

/** A voice note on its way. */
export type OutgoingNote = ShelvedNote & Outgoing;

interface NoteOutboxDeps {
  shelf: Shelf;
  /** Sends it once. */
  upload: (note: ShelvedNote) => Promise<{ outcome: SendOutcome; message: Message | null }>;
  /** Hears of each note that has become a message. */
  onSent: (message: Message) => void;
  /** Runs work while no other tab of this browser runs work of the same name. */
  alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Voice notes that are kept in this browser until they are sent. */
export interface NoteOutbox extends Observable<readonly OutgoingNote[]> {
  add: (note: ShelvedNote) => Promise<void>;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Sends again what the network had lost. */
  resume: () => void;
  /** Takes up what a person has left behind in an earlier page. */
  takeUp: (senderId: string) => Promise<void>;
}

export function createNoteOutbox({ shelf, upload, onSent, alone }: NoteOutboxDeps): NoteOutbox {
  const cell = createCell<readonly OutgoingNote[]>([]);
  const outbox = createOutbox<OutgoingNote>({ deliver, onChange });

  function onChange(note: OutgoingNote) {
    cell.update((notes) =>
      notes.some(({ id }) => id === note.id)
        ? notes.map((other) => (other.id === note.id ? note : other))
        : [...notes, note],
    );
  }

  const drop = (id: string) => cell.update((notes) => notes.filter((note) => note.id !== id));

  function deliver(note: OutgoingNote): Promise<SendOutcome> {
    return alone(`voice-note-${note.id}`, async () => {
      // Another tab has sent it, or thrown it away.
      if (!(await shelf.has(note.id))) {
        drop(note.id);
        return "sent";
      }
      const { outcome, message } = await upload(note);
      if (outcome === "sent") {
        await shelf.remove(note.id);
        if (message) onSent(message);
        drop(note.id);
      }
      return outcome;
    });
  }

  const send = (note: ShelvedNote) => outbox.add({ ...note, state: "sending" });

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    async add(note) {
      await shelf.put(note);
      send(note);
    },
    retry: outbox.retry,
    discard(id) {
      outbox.discard(id);
      drop(id);
      void shelf.remove(id);
    },
    resume: outbox.resume,
    async takeUp(senderId) {
      for (const note of await shelf.notesOf(senderId)) send(note);
    },
  };
}
