import "server-only";
import { ApiError } from "@/lib/api/errors";
import type { findRecording } from "@/lib/recordings/find";
import { fetchMedia } from "@/lib/recordings/media";
import { adminClient } from "@/lib/supabase/admin";

type Recording = Awaited<ReturnType<typeof findRecording>>;

const nothing = {
  "in-progress": "This recording is not finished yet.",
  absent: "Nothing was recorded.",
  failed: "The recording failed.",
  deleted: "There is no such recording.",
};

/**
 * The sound of a recording, for who may hear it. A voicemail counts as heard by that.
 *
 * @param recording - as row level security has shown it to them
 * @param download - to be saved, not played
 * @throws ApiError `conflict` when there is no sound, or not yet; else as fetchMedia does
 * @throws PostgrestError when the database does not answer
 */
export async function playRecording(
  recording: Recording,
  { request, download }: { request: Request; download: boolean },
): Promise<Response> {
  if (recording.status !== "completed") throw new ApiError("conflict", nothing[recording.status]);
  const { status, body, headers } = await fetchMedia(recording.provider_sid, {
    range: request.headers.get("range"),
    gone: request.signal,
  });
  await markHeard(recording);
  // Whoever loses the right to hear it must not find it in a cache.
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set(
    "Content-Disposition",
    `${download ? "attachment" : "inline"}; filename="${fileName(recording, headers)}"`,
  );
  return new Response(body, { status, headers });
}

function fileName({ kind, started_at }: Recording, headers: Headers): string {
  const extension = headers.get("Content-Type") === "audio/mpeg" ? "mp3" : "wav";
  return `duet-${kind}-${started_at.slice(0, 16).replace(/[T:]/g, "-")}.${extension}`;
}

async function markHeard({ kind, heard_at, provider_sid }: Recording): Promise<void> {
  if (kind !== "voicemail" || heard_at) return;
  await adminClient()
    .from("recordings")
    .update({ heard_at: new Date().toISOString() })
    .eq("provider_sid", provider_sid)
    .is("heard_at", null)
    .throwOnError();
}
