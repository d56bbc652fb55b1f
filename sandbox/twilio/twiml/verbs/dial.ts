import { pause } from "../../calls/clock.ts";
import { connect } from "../../calls/line.ts";
import type { CallStatus } from "../../context.ts";
import type { Recording } from "../../recordings/recording.ts";
import { recordingUrl } from "../../recordings/report.ts";
import {
  actionOf,
  type DialledLeg,
  type Next,
  type Page,
  reportToAction,
  type TwimlRun,
} from "../runtime.ts";
import type { DialTarget, DialVerb } from "../verbs.ts";
import { callbackOptions } from "./record.ts";

/** How a dial with several legs that nobody took is summed up, the strongest first. */
const unanswered: readonly CallStatus[] = ["no-answer", "busy", "failed"];

/**
 * Rings every target at once, joins the caller with the first who is ready and waits for the end.
 * When the caller leaves meanwhile the legs are ended, the action URL is told, and it rejects.
 * @see https://www.twilio.com/docs/voice/twiml/dial#action
 */
export async function dial(run: TwimlRun, verb: DialVerb, page: Page): Promise<Next> {
  if (run.isWhisper) {
    run.call.note(
      "Warning 12200 Schema validation: <Dial> is not allowed before two are connected.",
    );
    return "verb";
  }
  if (!verb.answerOnBridge) run.answer();
  let recording = verb.recording?.from === "ringing" ? startRecording(run, verb, page) : null;
  const legs = verb.targets.map((target) => run.dial(absoluteTarget(target, page), verb));
  let winner: DialledLeg | null = null;
  const result = (): Next => {
    const extra = { ...outcome(run, legs, winner), ...recordingOf(run, recording) };
    return verb.action === null ? "verb" : actionOf(page, verb, extra);
  };
  try {
    winner = await firstReady(legs, run.signal);
    for (const leg of legs) if (leg !== winner) run.hangUp(leg.call, "canceled");
    if (winner) {
      run.answer();
      if (verb.recording) recording ??= startRecording(run, verb, page);
      await talk(run, winner, verb);
    }
  } finally {
    for (const leg of legs) if (!leg.left.aborted) run.hangUp(leg.call, "canceled");
    if (recording) run.recordings.stop(recording.sid);
    if (run.call.isFinal) reportToAction(run, result());
  }
  return result();
}

/** The target with URLs that need no document around them. */
function absoluteTarget(target: DialTarget, page: Page): DialTarget {
  const { statusCallback, whisper } = target;
  const url = statusCallback.url === null ? null : page.absolute(statusCallback.url);
  return {
    ...target,
    statusCallback: { ...statusCallback, url },
    whisper: whisper && { ...whisper, url: page.absolute(whisper.url) },
  };
}

function startRecording(run: TwimlRun, { recording }: DialVerb, page: Page): Recording | null {
  if (!recording || !run.call.line) return null;
  const { channels, trim, statusCallback } = recording;
  const callback = callbackOptions(statusCallback, page);
  return run.recordings.start(run.call, { channels, trim, source: "DialVerb", ...callback });
}

function firstReady(legs: DialledLeg[], signal: AbortSignal): Promise<DialledLeg | null> {
  const attempts = legs.map(async (leg) => {
    if (await leg.ready) return leg;
    throw new Error("Not answered.");
  });
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Promise.any rejects only when every leg has ended without an answer.
  return Promise.race([Promise.any(attempts).catch(() => null), gone]);
}

async function talk(run: TwimlRun, leg: DialledLeg, verb: DialVerb): Promise<void> {
  const { line } = run.call;
  if (!line || !leg.call.line) return;
  const star = new AbortController();
  const stopStar = verb.hangupOnStar
    ? line.leg.onDigit((key) => key === "*" && star.abort(new Error("Hung up on star.")))
    : undefined;
  const disconnect = connect(line, leg.call.line);
  const over = AbortSignal.any([run.signal, leg.call.ended, leg.left, star.signal]);
  try {
    await pause(run.clock, verb.timeLimit * 1000, over);
  } catch (error) {
    // The callee's end is the ordinary way out; only the caller's stops the document.
    if (run.signal.aborted) throw error;
  } finally {
    stopStar?.();
    disconnect();
  }
}

/** What a leg's end means for the dial: who never came to be connected has not answered. */
function statusOf(run: TwimlRun, { call }: DialledLeg): CallStatus {
  if (call.status !== "completed") return call.status;
  return run.call.isFinal ? "canceled" : "no-answer";
}

function outcome(
  run: TwimlRun,
  legs: DialledLeg[],
  winner: DialledLeg | null,
): Record<string, string> {
  const statuses = legs.map((leg) => statusOf(run, leg));
  const status = winner
    ? "completed"
    : (unanswered.find((candidate) => statuses.includes(candidate)) ?? statuses[0] ?? "failed");
  run.lastDial = status;
  const reported = winner ?? legs.at(-1);
  return {
    DialCallStatus: status,
    ...(reported && { DialCallSid: reported.call.sid }),
    ...(winner && { DialCallDuration: String(winner.call.duration ?? 0) }),
    DialBridged: String(winner !== null),
  };
}

function recordingOf(run: TwimlRun, recording: Recording | null): Record<string, string> {
  if (!recording) return {};
  return { RecordingUrl: recordingUrl(run.config.accountSid, recording.sid) };
}
