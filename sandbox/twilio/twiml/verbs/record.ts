import { Patience } from "../../calls/patience.ts";
import { tone } from "../../media/pcm.ts";
import { playSound } from "../../media/play-sound.ts";
import type { Recording } from "../../recordings/recording.ts";
import { recordingUrl } from "../../recordings/report.ts";
import { actionOf, type Next, type Page, reportToAction, type TwimlRun } from "../runtime.ts";
import type { Callback, RecordVerb } from "../verbs.ts";

const beep = tone(1000, 0.3);

/**
 * Records the far end until a key, silence, the longest length or its hanging up. A recording of
 * nothing has no action: the document goes on.
 * @see https://www.twilio.com/docs/voice/twiml/record
 */
export async function record(run: TwimlRun, verb: RecordVerb, page: Page): Promise<Next> {
  run.answer();
  const { line } = run.call;
  if (!line) return "end";
  if (verb.playBeep) await playSound(run.clock, line, beep, run.signal);
  const recording = run.recordings.start(run.call, {
    channels: 1,
    source: "RecordVerb",
    onlyInbound: true,
    trim: verb.trim,
    ...callbackOptions(verb.statusCallback, page),
  });
  const patience = new Patience(run.clock, verb.timeout * 1000);
  const words: string[] = [];
  let digits = "";
  const stops = [
    line.onSpeech((text) => words.push(text)),
    line.leg.onDigit((key) => {
      if (!verb.finishOnKey.includes(key)) return;
      digits = key;
      patience.end();
    }),
    recording.onSound(() => patience.renew()),
    run.clock.after(verb.maxLength * 1000, () => patience.end()),
  ];
  const finish = async (lastKey: string): Promise<Next> => {
    for (const stop of stops) stop();
    run.recordings.stop(recording.sid);
    await recording.stop();
    if (!recording.duration) return "verb";
    if (verb.transcribe) {
      const callback = verb.transcribeCallback && page.absolute(verb.transcribeCallback);
      run.transcriptions.create(run.call, recording, words.join(" "), callback);
    }
    return actionOf(page, verb, resultOf(run, recording, lastKey));
  };
  try {
    patience.renew();
    line.leg.prompt("recording");
    await patience.wait(run.signal);
  } catch (error) {
    const next = await finish("hangup");
    if (run.call.isFinal) reportToAction(run, next);
    throw error;
  }
  return finish(digits);
}

function resultOf(run: TwimlRun, recording: Recording, digits: string): Record<string, string> {
  return {
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(run.config.accountSid, recording.sid),
    RecordingDuration: String(recording.duration),
    ...(digits && { Digits: digits }),
  };
}

/** A status callback as recordings take it. */
export function callbackOptions({ url, method, events }: Callback, page: Page) {
  if (url === null) return {};
  return {
    statusCallback: page.absolute(url),
    statusCallbackMethod: method,
    statusCallbackEvents: events,
  };
}
