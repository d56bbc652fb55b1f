import "server-only";
import type { Caller } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { loadVoiceNote } from "@/lib/chat/voice-notes/storage";
import { rangeOf } from "@/lib/recordings/byte-range";
import { adminClient } from "@/lib/supabase/admin";

const columns = "id, sender_id, media_path, media_type, plays:voice_note_plays(profile_id)";

/**
 * The sound of a voice note, whole or in a range, for who can read its message. To everybody but
 * its sender it counts as played by that.
 *
 * @throws ApiError `not_found` also when it was deleted
 * @throws PostgrestError, StorageError when Supabase does not answer
 */
export async function playVoiceNote(
  { supabase, userId }: Pick<Caller, "supabase" | "userId">,
  { id, request }: { id: string; request: Request },
): Promise<Response> {
  // Row level security shows a message to exactly the people who may hear it.
  const { data: message } = await supabase
    .from("messages")
    .select(columns)
    .match({ id, kind: "voice_note" })
    .is("deleted_at", null)
    .maybeSingle()
    .throwOnError();
  if (!message?.media_path) throw notFound();
  const mine = message.sender_id === userId;
  if (!mine && message.plays.length === 0) await markPlayed(id, userId);

  const etag = `"${id}"`;
  // A browser may keep it, and asks each time: the right to hear it, and the note, may have gone.
  const headers = new Headers({
    ETag: etag,
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-cache",
    "Content-Type": message.media_type ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  const sound = await loadVoiceNote(message.media_path);
  if (!sound) throw notFound();
  return answer(await sound.bytes(), request.headers.get("range"), headers);
}

function answer(sound: Uint8Array<ArrayBuffer>, asked: string | null, headers: Headers): Response {
  const size = sound.byteLength;
  const range = rangeOf(asked, size);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("Content-Range", `bytes ${range.from}-${range.to}/${size}`);
  const body = range ? sound.subarray(range.from, range.to + 1) : sound;
  headers.set("Content-Length", String(body.byteLength));
  return new Response(body, { status: range ? 206 : 200, headers });
}

async function markPlayed(id: string, profileId: string): Promise<void> {
  await adminClient()
    .from("voice_note_plays")
    .upsert({ message_id: id, profile_id: profileId }, { ignoreDuplicates: true })
    .throwOnError();
}

function notFound(): ApiError {
  return new ApiError("not_found", "There is no such voice note.");
}
