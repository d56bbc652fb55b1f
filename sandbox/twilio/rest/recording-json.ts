import { rfc2822 } from "../dates.ts";
import type { Recording } from "../recordings/recording.ts";
import { recordingUrl } from "../recordings/report.ts";

/** What a recording looks like everywhere. */
function common(accountSid: string, recording: Recording) {
  return {
    sid: recording.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    call_sid: recording.callSid,
    conference_sid: null,
    status: recording.status,
    channels: recording.channels,
    source: recording.source,
    start_time: rfc2822(recording.startTime),
    duration: recording.duration === null ? null : String(recording.duration),
    date_created: rfc2822(recording.startTime),
    date_updated: rfc2822(recording.dateUpdated),
    error_code: null,
    encryption_details: null,
    price: null,
    price_unit: "USD",
  };
}

/** @see https://www.twilio.com/docs/voice/api/recording#recording-properties */
export function recordingJson(accountSid: string, recording: Recording) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  return {
    ...common(accountSid, recording),
    media_url: recordingUrl(accountSid, recording.sid),
    uri: `${uri}.json`,
    subresource_uris: {
      transcriptions: `${uri}/Transcriptions.json`,
      add_on_results: `${uri}/AddOnResults.json`,
    },
  };
}

/** The same recording below its call. */
export function callRecordingJson(accountSid: string, recording: Recording) {
  const call = `/2010-04-01/Accounts/${accountSid}/Calls/${recording.callSid}`;
  return {
    ...common(accountSid, recording),
    track: recording.track,
    uri: `${call}/Recordings/${recording.sid}.json`,
  };
}
