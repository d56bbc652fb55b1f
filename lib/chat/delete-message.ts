import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { removeVoiceNote } from "@/lib/chat/voice-notes/storage";
import { adminClient } from "@/lib/supabase/admin";

const answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("unknown") }),
  z.object({ outcome: z.literal("deleted"), media_path: z.string().nullable() }),
]);

/**
 * Takes back a text or a voice note of a person's own, at any time: its words go from the database,
 * its sound from Storage. Deleting twice is deleting once, and finishes what was broken off.
 *
 * @throws ApiError `not_found` unless the person wrote such a message
 * @throws PostgrestError; StorageError when the sound could not be removed, and the message is gone
 */
export async function deleteMessage(profileId: string, messageId: string): Promise<void> {
  const admin = adminClient();
  const { data } = await admin
    .rpc("delete_message", { p_profile_id: profileId, p_message_id: messageId })
    .throwOnError();
  const deleted = answer.parse(data);
  if (deleted.outcome === "unknown") {
    throw new ApiError("not_found", "There is no such message of yours.");
  }
  if (deleted.media_path === null) return;
  await removeVoiceNote(deleted.media_path);
  await admin.from("messages").update({ media_path: null }).eq("id", messageId).throwOnError();
}
