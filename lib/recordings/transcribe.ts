import "server-only";
import { log } from "@/lib/log";
import { keepTranscript } from "@/lib/recordings/keep";
import { adminClient } from "@/lib/supabase/admin";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";

/**
 * Has Twilio write down what both sides of a call say while it is recorded. A recording without a
 * transcript is worth having: that Twilio cannot is logged.
 * https://www.twilio.com/docs/voice/api/realtime-transcription-resource
 *
 * @param callSid - CallSid of the caller's leg
 * @throws PostgrestError when the database does not answer
 */
export async function transcribe(callSid: string, recordingSid: string): Promise<void> {
  const { data: known } = await adminClient()
    .from("transcripts")
    .select("id")
    .eq("recording_sid", recordingSid)
    .limit(1)
    .throwOnError();
  if (known.length > 0) return;
  try {
    const { sid } = await twilioClient()
      .calls(callSid)
      .transcriptions.create({
        // Twilio keeps names apart, so that who asks twice gets one transcription.
        name: recordingSid,
        track: "both_tracks",
        statusCallbackUrl: voiceCallbackUrl("transcription", { recording: recordingSid }),
      });
    await keepTranscript({ sid, callSid, recordingSid, status: "in-progress" });
  } catch (error) {
    log.warn({ callSid, error: asApiError(error).code }, "not transcribed");
  }
}
