import { pause } from "../calls/clock.ts";
import type { CallStatus } from "../context.ts";
import { bridge } from "../media/audio-end.ts";
import type { DialledLeg, TwimlRun } from "./runtime.ts";
import type { DialVerb } from "./verbs.ts";

/** How a dial with several legs that nobody took is summed up, the strongest first. */
const unanswered: readonly CallStatus[] = ["no-answer", "busy", "failed"];

/**
 * Rings every target at once, joins the caller with the first who answers and waits for the end.
 * When the caller leaves meanwhile the legs are ended, the action URL is told, and it rejects.
 * @param absolute resolves the URLs of status callbacks
 * @returns the parameters of the request to the action URL
 * @see https://www.twilio.com/docs/voice/twiml/dial#action
 */
export async function dial(
  run: TwimlRun,
  verb: DialVerb,
  absolute: (url: string) => string,
): Promise<Record<string, string>> {
  if (!verb.answerOnBridge) run.answer();
  const legs = verb.targets.map(({ statusCallback, ...target }) => {
    const url = statusCallback === null ? null : absolute(statusCallback);
    return run.dial({ ...target, statusCallback: url }, verb);
  });
  let winner: DialledLeg | null = null;
  try {
    winner = await firstAnswered(legs, run.signal);
    for (const leg of legs) if (leg !== winner) run.hangUp(leg.call, "canceled");
    if (winner) {
      run.answer();
      await talk(run, winner, verb.timeLimit);
    }
  } finally {
    for (const leg of legs) if (!leg.left.aborted) run.hangUp(leg.call, "canceled");
    if (run.call.isFinal && verb.action) reportToAction(run, verb.action, verb, legs, winner);
  }
  return outcome(run, legs, winner);
}

function firstAnswered(legs: DialledLeg[], signal: AbortSignal): Promise<DialledLeg | null> {
  const attempts = legs.map(async (leg) => {
    if (await leg.answered) return leg;
    throw new Error("Not answered.");
  });
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Promise.any rejects only when every leg has ended without an answer.
  return Promise.race([Promise.any(attempts).catch(() => null), gone]);
}

async function talk(run: TwimlRun, leg: DialledLeg, limitSeconds: number): Promise<void> {
  if (!run.call.leg || !leg.call.leg) return;
  const unbridge = bridge(run.call.leg.audio, leg.call.leg.audio);
  const over = AbortSignal.any([run.signal, leg.call.ended, leg.left]);
  try {
    await pause(run.clock, limitSeconds * 1000, over);
  } catch (error) {
    // The callee's end is the ordinary way out; only the caller's stops the document.
    if (run.signal.aborted) throw error;
  } finally {
    unbridge();
  }
}

function outcome(
  run: TwimlRun,
  legs: DialledLeg[],
  winner: DialledLeg | null,
): Record<string, string> {
  const statuses = legs.map((leg) => leg.call.status);
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

/** The caller is gone: the action URL still learns how the dial ended, its answer has no use. */
function reportToAction(
  run: TwimlRun,
  url: string,
  verb: DialVerb,
  legs: DialledLeg[],
  winner: DialledLeg | null,
): void {
  const params = { ...run.parameters(), ...outcome(run, legs, winner) };
  const callSid = run.call.sid;
  void run.callbacks.deliver({ kind: "action", url, method: verb.method, params, callSid });
}
