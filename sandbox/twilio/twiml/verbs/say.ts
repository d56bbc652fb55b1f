import { pause } from "../../calls/clock.ts";
import type { TwimlRun } from "../runtime.ts";
import type { SayVerb } from "../verbs.ts";

/** Speaks as often as is wanted, for as long as it would be heard. */
export async function say(run: TwimlRun, { text, loop }: SayVerb): Promise<void> {
  run.answer();
  for (let spoken = 0; spoken < loop; spoken++) await sayOnce(run, text);
}

/** Speaks once: to the captions, the events and whoever is on the line. */
export async function sayOnce(run: TwimlRun, text: string): Promise<void> {
  run.call.said.push(text);
  run.call.note(`Say: ${text}`);
  run.call.line?.say(text);
  const seconds = text.length / run.config.speechCharactersPerSecond;
  await pause(run.clock, seconds * 1000, run.signal);
}
