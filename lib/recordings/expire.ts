import "server-only";
import { after } from "next/server";
import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { forget } from "@/lib/recordings/discard";
import { adminClient } from "@/lib/supabase/admin";

/** All instances together look once an hour. */
const turn = { name: "expire-recordings", max: 1, windowSeconds: 3600 };
const usual = 100;

/**
 * Deletes recordings whose time is over, at Twilio and here, once the request has its answer.
 * Nobody can hear them any more by then: this makes room, and keeps the promise.
 */
export function expireAfterwards(): void {
  after(async () => {
    try {
      await consume(turn, "all");
      log.info({ deleted: await expireRecordings() }, "recordings expired");
    } catch (error) {
      if (error instanceof ApiError && error.code === "rate_limited") return;
      log.warn({ error }, "recordings not expired");
    }
  });
}

/**
 * Deletes the oldest recordings whose time is over. One that Twilio cannot delete is tried again
 * later, after those that were not tried yet.
 *
 * @param limit - how many at most
 * @returns how many it deleted
 * @throws PostgrestError when the database does not answer
 */
export async function expireRecordings(limit = usual): Promise<number> {
  const { data: expired } = await adminClient()
    .from("recordings")
    .select("provider_sid")
    .is("deleted_at", null)
    .lt("expires_at", new Date().toISOString())
    .order("deletion_failed_at", { nullsFirst: true })
    .order("expires_at")
    .limit(limit)
    .throwOnError();
  await dropStrayTranscripts();
  let deleted = 0;
  // One after the other: it is not urgent, and Twilio limits requests at a time.
  for (const { provider_sid } of expired) {
    try {
      await forget(provider_sid);
      deleted += 1;
    } catch (error) {
      log.warn({ recording: provider_sid, error }, "recording not deleted");
      await adminClient()
        .from("recordings")
        .update({ deletion_failed_at: new Date().toISOString() })
        .eq("provider_sid", provider_sid)
        .throwOnError();
    }
  }
  return deleted;
}

/** Transcripts of recordings of which nothing was ever heard: nobody can read them. */
async function dropStrayTranscripts(): Promise<void> {
  const days = env().recordings.retentionDays;
  await adminClient()
    .from("transcripts")
    .delete()
    .is("recording_id", null)
    .lt("created_at", new Date(Date.now() - days * 86_400_000).toISOString())
    .throwOnError();
}
