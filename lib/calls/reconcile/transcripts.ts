import "server-only";
import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import type { TranscriptionInstance } from "twilio/lib/rest/api/v2010/account/recording/transcription";
import { recordTranscription } from "@/lib/calls/events/transcription";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

/**
 * Records what Twilio has written down of a voicemail, as its callback would have said.
 *
 * @returns whether one is still being written
 * @throws ApiError `provider_error`, `unavailable` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileTranscripts(recording: RecordingInstance): Promise<boolean> {
  const transcripts = await transcriptsOf(recording.sid);
  for (const { sid, status, transcriptionText } of transcripts) {
    const callback = {
      CallSid: recording.callSid,
      RecordingSid: recording.sid,
      TranscriptionSid: sid,
      TranscriptionStatus: status,
      ...(transcriptionText && { TranscriptionText: transcriptionText }),
    };
    await recordTranscription(callback, undefined);
  }
  return transcripts.some(({ status }) => status === "in-progress");
}

async function transcriptsOf(sid: string): Promise<TranscriptionInstance[]> {
  try {
    return await twilioClient().recordings(sid).transcriptions.list({ limit: 20 });
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return [];
    throw asApiError(error);
  }
}
