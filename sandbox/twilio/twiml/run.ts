import { pause } from "../calls/clock.ts";
import { dial } from "./dial.ts";
import { TwimlError } from "./parse.ts";
import type { TwimlRun } from "./runtime.ts";
import { loadTwiml, type TwimlSource } from "./source.ts";
import type { Verb } from "./verbs.ts";

/** What happens after a verb: the next one, another document, or the end of the call. */
type Next = "verb" | "end" | { document: TwimlSource; kind: "twiml" | "action"; extra?: Extra };
type Extra = Record<string, string>;

const spokenCharactersPerSecond = 14;
const applicationError = "We are sorry, an application error has occurred. Goodbye.";

/** Executes documents on a call until there is nothing left to do; rejects when aborted. */
export async function runTwiml(run: TwimlRun, start: TwimlSource): Promise<void> {
  let next: Next = { document: start, kind: "twiml" };
  try {
    while (typeof next === "object") next = await runDocument(run, next);
  } catch (error) {
    if (!(error instanceof TwimlError) || run.signal.aborted) throw error;
    run.call.note(`Error ${error.code}: ${error.message}`);
    run.answer();
    await say(run, applicationError);
  }
}

async function runDocument(
  run: TwimlRun,
  { document, kind, extra }: Exclude<Next, string>,
): Promise<Next> {
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
  const absolute = (url: string) => (baseUrl ? new URL(url, baseUrl).href : url);
  for (const verb of verbs) {
    const next = await perform(run, verb, absolute);
    run.signal.throwIfAborted();
    if (next !== "verb") return next;
  }
  // A document without verbs picks up and hangs up; after a dial that nobody took it only ends.
  if (verbs.length === 0 && !run.lastDial) run.answer();
  return "end";
}

async function perform(
  run: TwimlRun,
  verb: Verb,
  absolute: (url: string) => string,
): Promise<Next> {
  switch (verb.verb) {
    case "Say":
      run.answer();
      for (let spoken = 0; spoken < Math.max(1, verb.loop); spoken++) await say(run, verb.text);
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
      return { document: { url: absolute(verb.url), method: verb.method }, kind: "twiml" };
    case "Dial": {
      const action = verb.action === null ? null : absolute(verb.action);
      const extra = await dial(run, { ...verb, action }, absolute);
      if (action === null) return "verb";
      return { document: { url: action, method: verb.method }, kind: "action", extra };
    }
  }
}

async function say(run: TwimlRun, text: string): Promise<void> {
  run.call.said.push(text);
  run.call.note(`Say: ${text}`);
  await pause(run.clock, (text.length / spokenCharactersPerSecond) * 1000, run.signal);
}
