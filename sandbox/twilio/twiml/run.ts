import { pause } from "../calls/clock.ts";
import { TwimlError } from "./parse.ts";
import type { Next, Page, TwimlRun } from "./runtime.ts";
import { loadTwiml, type TwimlSource } from "./source.ts";
import { dial } from "./verbs/dial.ts";
import { gather } from "./verbs/gather.ts";
import { play } from "./verbs/play.ts";
import { record } from "./verbs/record.ts";
import { say, sayOnce } from "./verbs/say.ts";
import type { Verb } from "./verbs.ts";

/** A document can come to its end, or have the call ended. */
export type Ending = "finished" | "hung-up";

const applicationError = "We are sorry, an application error has occurred. Goodbye.";

/** Executes documents on a call until there is nothing left to do; rejects when aborted. */
export async function runTwiml(run: TwimlRun, start: TwimlSource): Promise<Ending> {
  let next: Next | Ending = { document: start, kind: "twiml" };
  try {
    while (typeof next === "object") next = await runDocument(run, next);
  } catch (error) {
    if (!(error instanceof TwimlError) || run.signal.aborted) throw error;
    run.call.note(`Error ${error.code}: ${error.message}`);
    run.answer();
    await sayOnce(run, applicationError);
  }
  return next === "finished" ? "finished" : "hung-up";
}

async function runDocument(
  run: TwimlRun,
  { document, kind, extra }: Exclude<Next, string>,
): Promise<Exclude<Next, string> | Ending> {
  const { verbs, baseUrl } = await loadTwiml(
    {
      callbacks: run.callbacks,
      callSid: run.call.sid,
      kind,
      parameters: { ...run.parameters(), ...extra },
      note: (text) => run.call.note(text),
    },
    document,
  );
  run.signal.throwIfAborted();
  const page: Page = {
    url: baseUrl,
    absolute: (url) => (baseUrl ? new URL(url, baseUrl).href : url),
  };
  for (const verb of verbs) {
    const next = await perform(run, verb, page);
    run.signal.throwIfAborted();
    if (next === "end") return "hung-up";
    if (next !== "verb") return next;
  }
  // A document without verbs picks up and hangs up; after a dial that nobody took it only ends.
  if (verbs.length === 0 && !run.lastDial) run.answer();
  return "finished";
}

async function perform(run: TwimlRun, verb: Verb, page: Page): Promise<Next> {
  switch (verb.verb) {
    case "Say":
      await say(run, verb);
      return "verb";
    case "Play":
      await play(run, verb, page);
      return "verb";
    case "Pause":
      // As the first verb it waits before picking up, so it does not answer.
      await pause(run.clock, verb.seconds * 1000, run.signal);
      return "verb";
    case "Reject":
      run.reject(verb.reason);
      return "end";
    case "Hangup":
      // Twilio picks up and bills even when this comes first; only Reject does not.
      if (!run.lastDial) run.answer();
      return "end";
    case "Redirect":
      return { document: { url: page.absolute(verb.url), method: verb.method }, kind: "twiml" };
    case "Gather":
      return gather(run, verb, page);
    case "Record":
      return record(run, verb, page);
    case "Dial":
      return dial(run, verb, page);
  }
}
