import "server-only";
import { ApiError } from "@/lib/api/errors";
import { log } from "@/lib/log";
import { runningRecordings } from "@/lib/recordings/at-twilio";
import { discard } from "@/lib/recordings/discard";
import { keepRunning } from "@/lib/recordings/keep";
import { mayRecord } from "@/lib/recordings/may-record";
import { stopRecording } from "@/lib/recordings/stop";
import { transcribe } from "@/lib/recordings/transcribe";
import { adminClient } from "@/lib/supabase/admin";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import {
  asApiError,
  callNotInProgress,
  isTwilioError,
  resourceNotFound,
} from "@/lib/twilio/rest-errors";

/** Twilio's answers when the call is not live any more. */
const callIsOver = [resourceNotFound, callNotInProgress];

/**
 * Records and transcribes a call whose row says that everybody has agreed. However many ask for it
 * at the same time, one recording goes on. When Twilio cannot do it, the call is as if one of them
 * had merely asked.
 *
 * @param callSid - CallSid of the caller's leg
 * @throws ApiError `call_over`, `provider_error`, `not_configured`
 * @throws PostgrestError when the database does not answer
 */
export async function startRecording(callSid: string): Promise<void> {
  try {
    await begin(callSid);
  } catch (error) {
    await adminClient().rpc("recording_not_started", { p_call_sid: callSid }).throwOnError();
    // The answer may be all that was lost. Where this fails too, the recording's callback ends it.
    await stopRecording(callSid).catch((cause) =>
      log.warn({ callSid, error: cause }, "not stopped"),
    );
    throw isTwilioError(error, ...callIsOver)
      ? new ApiError("call_over", "This call is over.", { cause: error })
      : asApiError(error);
  }
  // Somebody may have taken it back while Twilio was busy; whoever did saw no recording yet.
  if (!(await mayRecord(callSid))) await stopRecording(callSid);
}

async function begin(callSid: string): Promise<void> {
  const [known] = await runningRecordings(callSid);
  if (!known) await create(callSid);
  // Two may have begun at the same time: all of them see the same first one, and keep that.
  const [kept, ...extra] = await runningRecordings(callSid);
  await Promise.all(extra.map(discard));
  if (!kept) return;
  await keepRunning(kept);
  await transcribe(callSid, kept.sid);
}

async function create(callSid: string): Promise<void> {
  await twilioClient()
    .calls(callSid)
    .recordings.create({
      recordingChannels: "dual",
      recordingStatusCallback: voiceCallbackUrl("recording"),
      recordingStatusCallbackEvent: ["in-progress", "completed", "absent"],
    });
}
