import "server-only";
import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import { twilioClient } from "@/lib/twilio/client";
import {
  asApiError,
  callNotInProgress,
  isTwilioError,
  resourceNotFound,
} from "@/lib/twilio/rest-errors";

/** Twilio's answers when what is to be stopped has ended, or is ending. */
const over = [resourceNotFound, callNotInProgress];

const running = ["in-progress", "paused"];

/**
 * What of a call is being recorded now because we asked for it while it went on. Twilio is asked,
 * since an answer to an earlier request may have been lost.
 *
 * @returns RecordingSids, the same order for everybody who asks
 * @throws ApiError `provider_error`, `not_configured`
 */
export async function runningRecordings(callSid: string): Promise<RecordingInstance[]> {
  try {
    const all = await twilioClient().calls(callSid).recordings.list({ limit: 100 });
    return all
      .filter(
        ({ status, source }) => running.includes(status) && source === "StartCallRecordingAPI",
      )
      .sort((a, b) => (a.sid < b.sid ? -1 : 1));
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return [];
    throw asApiError(error);
  }
}

/**
 * Stops a recording; one that has ended, or never was, is stopped.
 *
 * @throws ApiError `provider_error`, `not_configured`
 */
export async function stopAtTwilio(callSid: string, sid: string): Promise<void> {
  try {
    await twilioClient().calls(callSid).recordings(sid).update({ status: "stopped" });
  } catch (error) {
    if (!isTwilioError(error, ...over)) throw asApiError(error);
  }
}

/**
 * Stops a real-time transcription; one that has ended, or never was, is stopped.
 *
 * @throws ApiError `provider_error`, `not_configured`
 */
export async function stopTranscription(callSid: string, sid: string): Promise<void> {
  try {
    await twilioClient().calls(callSid).transcriptions(sid).update({ status: "stopped" });
  } catch (error) {
    if (!isTwilioError(error, ...over)) throw asApiError(error);
  }
}

/**
 * Deletes a recording, or the transcript of a finished one; what is gone is deleted.
 *
 * @param sid - RecordingSid, or TranscriptionSid that begins with TR
 * @throws ApiError `provider_error`, `not_configured`
 */
export async function deleteAtTwilio(sid: string): Promise<void> {
  const { recordings, transcriptions } = twilioClient();
  try {
    await (sid.startsWith("RE") ? recordings(sid) : transcriptions(sid)).remove();
  } catch (error) {
    if (!isTwilioError(error, resourceNotFound)) throw asApiError(error);
  }
}
