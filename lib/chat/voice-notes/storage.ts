import "server-only";
import type { Sound } from "@/lib/chat/voice-notes/sound";
import { adminClient } from "@/lib/supabase/admin";

const bucketName = "voice-notes";
/** How many objects Storage lists and removes at once. */
const batch = 100;

const bucket = () => adminClient().storage.from(bucketName);

/** Where the sound of a note lies: whatever id its sender chose, it can meet no other note. */
export function voiceNotePath(note: { senderId: string; matchId: string; id: string }): string {
  return `${note.senderId}/${note.matchId}.${note.id}`;
}

/**
 * Stores the sound of a note, in place of what a broken-off attempt left there.
 *
 * @throws StorageError
 */
export async function storeVoiceNote(path: string, { bytes, type }: Sound): Promise<void> {
  const { error } = await bucket().upload(path, bytes, { contentType: type, upsert: true });
  if (error) throw error;
}

/** The sound of a note; null when it has been removed. @throws StorageError */
export async function loadVoiceNote(path: string): Promise<Blob | null> {
  const { data, error } = await bucket().download(path);
  if (data) return data;
  if (error.statusCode === "404" || error.status === 404) return null;
  throw error;
}

/**
 * Removes the sound of a note (`messages.media_path`); what is gone is removed.
 *
 * @throws StorageError
 */
export async function removeVoiceNote(path: string): Promise<void> {
  const { error } = await bucket().remove([path]);
  if (error) throw error;
}

/** Removes the sound of all notes that a person has sent, or tried to. @throws StorageError */
export async function removeVoiceNotesOf(profileId: string): Promise<void> {
  for (;;) {
    const { data, error } = await bucket().list(profileId, { limit: batch });
    if (error) throw error;
    if (data.length === 0) return;
    const removed = await bucket().remove(data.map(({ name }) => `${profileId}/${name}`));
    if (removed.error) throw removed.error;
  }
}
