import { pause } from "../../calls/clock.ts";
import { Patience } from "../../calls/patience.ts";
import { actionOf, type Next, type Page, type TwimlRun } from "../runtime.ts";
import type { GatherVerb } from "../verbs.ts";
import { play } from "./play.ts";
import { say } from "./say.ts";

/**
 * Takes keys, from the first word of its prompts on, which a key cuts short.
 * Without any key the document goes on.
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
export async function gather(run: TwimlRun, verb: GatherVerb, page: Page): Promise<Next> {
  run.answer();
  const patience = new Patience(run.clock, verb.timeout * 1000);
  const firstKey = new AbortController();
  let digits = "";
  let finishedOnKey = "";
  const stop = run.call.leg?.onDigit((key) => {
    if (patience.isOver) return;
    // As the first key it is none that finishes, but Twilio does not take it as a digit either.
    if (key === verb.finishOnKey) finishedOnKey = digits && key;
    else digits += key;
    if (finishedOnKey || digits.length >= verb.numDigits) patience.end();
    else if (firstKey.signal.aborted) patience.renew();
    if (digits) firstKey.abort(new Error("A key was pressed."));
  });
  try {
    await prompt(run, verb, page, firstKey.signal);
    patience.renew();
    if (!digits) run.call.leg?.prompt("keys");
    await patience.wait(run.signal);
  } finally {
    stop?.();
  }
  if (!digits && !verb.actionOnEmptyResult) return "verb";
  return actionOf(page, verb, {
    Digits: digits,
    ...(finishedOnKey && { FinishedOnKey: finishedOnKey }),
  });
}

async function prompt(
  run: TwimlRun,
  { prompts }: GatherVerb,
  page: Page,
  firstKey: AbortSignal,
): Promise<void> {
  const interrupted = { ...run, signal: AbortSignal.any([run.signal, firstKey]) };
  try {
    for (const verb of prompts) {
      if (verb.verb === "Say") await say(interrupted, verb);
      else if (verb.verb === "Play") await play(interrupted, verb, page);
      else await pause(run.clock, verb.seconds * 1000, interrupted.signal);
    }
  } catch (error) {
    if (run.signal.aborted || !firstKey.aborted) throw error;
  }
}
