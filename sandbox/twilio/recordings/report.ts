import { rfc2822 } from "../dates.ts";
import type { Recording } from "./recording.ts";

export type RecordingEvent = "in-progress" | "completed" | "absent";

/** Where the API has a recording; its sound is there too, with `.wav` appended. */
export function recordingUrl(accountSid: string, sid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
}

/**
 * What a recording status callback carries.
 * @see https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 */
export function recordingParameters(
  accountSid: string,
  recording: Recording,
  event: RecordingEvent,
): Record<string, string> {
  const { sid, callSid, channels, source, track, startTime, duration } = recording;
  return {
    AccountSid: accountSid,
    CallSid: callSid,
    RecordingSid: sid,
    RecordingUrl: recordingUrl(accountSid, sid),
    RecordingStatus: event,
    RecordingChannels: String(channels),
    RecordingTrack: track,
    RecordingSource: source,
    RecordingStartTime: rfc2822(startTime),
    ErrorCode: "0",
    ...(event !== "in-progress" && { RecordingDuration: String(duration ?? 0) }),
  };
}
