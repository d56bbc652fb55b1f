import "server-only";
import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import { recordRecordingEvent } from "@/lib/calls/events/recording";
import { reconcileTranscripts } from "@/lib/calls/reconcile/transcripts";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

/** Twilio's words for recordings of which nothing more will come. */
const final = ["completed", "absent", "failed"];

/**
 * Records what Twilio keeps of a call, as its callbacks would have said: recordings, and voicemail
 * with its transcript. What nobody has agreed to is deleted there.
 *
 * @param callSid - CallSid of the caller's leg
 * @returns whether any of it is still being made
 * @throws ApiError `provider_error`, `unavailable` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileRecordings(callSid: string): Promise<boolean> {
  const recordings = await recordingsOf(callSid);
  let isGoingOn = false;
  for (const recording of recordings) {
    const isVoicemail = recording.source === "RecordVerb";
    await recordRecordingEvent(asCallback(recording), isVoicemail ? "voicemail" : "call");
    const isFinal = final.includes(recording.status);
    isGoingOn ||= !isFinal || (isVoicemail && (await reconcileTranscripts(recording)));
  }
  return isGoingOn;
}

async function recordingsOf(callSid: string): Promise<RecordingInstance[]> {
  try {
    return await twilioClient().calls(callSid).recordings.list({ limit: 100 });
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return [];
    throw asApiError(error);
  }
}

/** https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
function asCallback({ sid, callSid, status, duration, channels, startTime }: RecordingInstance) {
  return {
    CallSid: callSid,
    RecordingSid: sid,
    RecordingStatus: final.includes(status) ? status : "in-progress",
    RecordingChannels: String(channels),
    ...(duration && { RecordingDuration: duration }),
    ...(startTime && { RecordingStartTime: startTime.toUTCString() }),
  };
}
