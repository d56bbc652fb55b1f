import "server-only";
import {
  deleteAtTwilio,
  runningRecordings,
  stopAtTwilio,
  stopTranscription,
} from "@/lib/recordings/at-twilio";
import { keepRunning } from "@/lib/recordings/keep";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Stops whatever records or transcribes a call, once the call's row says that it is not to be: a
 * recording that begins meanwhile finds that out itself.
 *
 * @param callSid - CallSid of the caller's leg
 * @throws ApiError `provider_error` when Twilio cannot do it, `not_configured`
 * @throws PostgrestError when the database does not answer
 */
export async function stopRecording(callSid: string): Promise<void> {
  const [recordings, transcripts] = await Promise.all([
    runningRecordings(callSid),
    runningTranscripts(callSid),
  ]);
  const stopped = await Promise.allSettled([
    ...recordings.map(async (recording) => {
      await stopAtTwilio(callSid, recording.sid);
      // What was recorded while everybody agreed is theirs; anything else must not exist.
      if ((await keepRunning(recording)) === "unwanted") await deleteAtTwilio(recording.sid);
    }),
    ...transcripts.map((sid) => stopTranscription(callSid, sid)),
  ]);
  // One that cannot be stopped must not keep the others going.
  const failed = stopped.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
}

async function runningTranscripts(callSid: string): Promise<string[]> {
  const { data } = await adminClient()
    .from("transcripts")
    .select("provider_sid, call:calls!inner(provider_sid)")
    .eq("call.provider_sid", callSid)
    .eq("status", "in-progress")
    .like("provider_sid", "GT%")
    .throwOnError();
  return data.map(({ provider_sid }) => provider_sid);
}
