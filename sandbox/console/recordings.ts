import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { Recording } from "../twilio/recordings/recording.ts";
import { clockTime, empty, type Html, minutes, nameOf, pill } from "./format.ts";

/** Older recordings than these are left out of the page. */
const maxShown = 20;

const sources: Record<Recording["source"], string> = {
  DialVerb: "Dial",
  RecordVerb: "Message",
  StartCallRecordingAPI: "Call",
  OutboundAPI: "Call",
};

function renderStatus({ status }: Recording): Html {
  if (status === "completed") return pill("Completed", "good");
  if (status === "absent") return pill("Absent", "bad");
  return pill(status === "in-progress" ? "Recording" : status.replace(/^./, upper), "busy");
}

const upper = (letter: string) => letter.toUpperCase();

function renderRecording({ calls, config }: TwilioContext, recording: Recording): Html {
  const { sid, callSid, source, channels, duration, startTime, status } = recording;
  const call = calls.get(callSid);
  const who = call ? nameOf(config, call.direction === "inbound" ? call.from : call.to) : callSid;
  return html`<li class="recording" id="recording-${sid}">
    <p class="meta">
      <span><b>${sources[source]}</b> of ${who}, ${channels === 2 ? "two channels" : "mono"}</span>
      <span>${duration === null ? "" : minutes(duration)} ${clockTime(startTime)}</span>
      ${renderStatus(recording)}
    </p>
    ${
      status === "completed"
        ? html`<audio
            id="audio-${sid}"
            controls
            preload="none"
            src="/console/recordings/${sid}.wav"
            aria-label="Recording of ${who}"
          ></audio>`
        : ""
    }
  </li>`;
}

/** The account's recordings with their sound, the latest on top. */
export function renderRecordings(context: TwilioContext): Html {
  const all = context.recordings.list();
  if (all.length === 0)
    return empty("No recordings yet. Press Record in a call, or leave a message.");
  return html`<ul class="card recordings">
    ${all.slice(0, maxShown).map((recording) => renderRecording(context, recording))}
  </ul>`;
}
