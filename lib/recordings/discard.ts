import "server-only";
import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import { deleteAtTwilio, stopAtTwilio } from "@/lib/recordings/at-twilio";
import { keepRunning } from "@/lib/recordings/keep";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Does away with a recording that runs beside another: stopped and deleted at Twilio, and known as
 * deleted to the callbacks that follow.
 *
 * @throws ApiError `provider_error` when Twilio cannot do it
 * @throws PostgrestError when the database does not answer
 */
export async function discard(recording: RecordingInstance): Promise<void> {
  await keepRunning(recording);
  await stopAtTwilio(recording.callSid, recording.sid);
  await forget(recording.sid);
}

/**
 * Deletes a finished recording and its transcripts at Twilio, then in the database. What is gone
 * already counts as deleted.
 *
 * @throws ApiError, PostgrestError as `discard` does
 */
export async function forget(sid: string): Promise<void> {
  const db = adminClient();
  const { data: transcripts } = await db
    .from("transcripts")
    .select("provider_sid")
    .eq("recording_sid", sid)
    .like("provider_sid", "TR%")
    .throwOnError();
  await Promise.all([sid, ...transcripts.map((one) => one.provider_sid)].map(deleteAtTwilio));
  await db.rpc("forget_recording", { p_provider_sid: sid }).throwOnError();
}
