import "server-only";
import { z } from "zod";
import type { Caller } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { maxSeconds } from "@/lib/chat/voice-notes/limits";
import { readSound } from "@/lib/chat/voice-notes/sound";
import { removeVoiceNote, storeVoiceNote, voiceNotePath } from "@/lib/chat/voice-notes/storage";
import { adminClient } from "@/lib/supabase/admin";

/** A voice note as its sender's browser has made it. */
export interface NewVoiceNote {
  /** Chosen by the browser, so that a retry cannot send twice. */
  id: string;
  matchId: string;
  /** 0 to 100 each. */
  waveform: number[];
  /** As it was recorded. */
  bytes: Uint8Array;
}

const columns = "id, match_id, sender_id, kind, media_seconds, waveform, created_at, deleted_at";

/** The row that a voice note has become. */
export const sentNote = z.object({
  id: z.uuid(),
  match_id: z.uuid(),
  sender_id: z.uuid(),
  kind: z.literal("voice_note"),
  media_seconds: z.int().nullable(),
  waveform: z.array(z.number()).nullable(),
  created_at: z.string(),
  deleted_at: z.string().nullable(),
});
type SentNote = z.infer<typeof sentNote>;

/**
 * Stores the sound of a note and then writes its message, so that nobody hears of a note that
 * cannot be played. Sending again what has been sent answers the same message.
 *
 * @throws ApiError `not_reachable` when the sender may not write there, `conflict` when the id is
 *   another message's, `unsupported_media_type` and `invalid_request` as readSound does
 * @throws PostgrestError, StorageError when Supabase does not answer
 */
export async function sendVoiceNote(
  { supabase, userId }: Pick<Caller, "supabase" | "userId">,
  note: NewVoiceNote,
): Promise<SentNote> {
  const [known, open] = await Promise.all([
    findNote(supabase, userId, note),
    supabase.from("matches").select("id").eq("id", note.matchId).maybeSingle().throwOnError(),
  ]);
  if (!open.data) throw refusal();
  if (known) return known;

  const sound = await readSound(note.bytes);
  const path = voiceNotePath({ ...note, senderId: userId });
  await storeVoiceNote(path, sound);
  const { data: outcome } = await adminClient()
    .rpc("add_voice_note", {
      p_id: note.id,
      p_match_id: note.matchId,
      p_sender_id: userId,
      p_media_path: path,
      p_media_type: sound.type,
      p_media_seconds: Math.min(maxSeconds, Math.max(1, Math.round(sound.seconds))),
      p_waveform: note.waveform,
    })
    .throwOnError();
  if (outcome !== "sent") {
    await removeVoiceNote(path);
    if (outcome === "taken") throw new ApiError("conflict", "The id is another message's.");
    throw refusal();
  }
  const sent = await findNote(supabase, userId, note);
  if (!sent) throw refusal();
  return sent;
}

async function findNote(
  supabase: Caller["supabase"],
  userId: string,
  { id, matchId }: NewVoiceNote,
): Promise<SentNote | null> {
  const { data } = await supabase
    .from("messages")
    .select(columns)
    .match({ id, match_id: matchId, sender_id: userId, kind: "voice_note" })
    .maybeSingle()
    .throwOnError();
  return data && sentNote.parse(data);
}

function refusal(): ApiError {
  return new ApiError("not_reachable", "This conversation is closed.");
}
